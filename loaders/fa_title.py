"""What stands above the heading of a Fa Detail sheet."""

import re
from dataclasses import dataclass

from budget.issue import Issue
from loaders.context import Context
from loaders.fa_header import FaHeader
from loaders.label import label, tidy
from loaders.period import period
from loaders.raw_text import raw_text
from loaders.sheet import Sheet

_SATKER = re.compile(r"(?<!\d)(\d{6})(?!\d)\s*[-|:]?\s*(.*)")
_PAGE = re.compile(r"\bHal\.? \d+ dari.*$", re.IGNORECASE)
_SOURCE = re.compile(r"\b(RM|PNBP|PLN|PDN|HLN|HDN|HLD)\b")
_KPU = "076"


@dataclass(frozen=True)
class FaTitle:
    """What stands above the heading of a Fa Detail sheet; None where it does not.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run.
        kode_satker: Six-digit satker code.
        kode_wilayah: Region of the satker, where the reference has it.
        sumber_dana: Source of funds, or `tidak dirinci`.
        issues: What is missing or wrong.
    """

    tahun: int | None
    bulan: int | None
    kode_satker: str | None
    kode_wilayah: str | None
    sumber_dana: str
    issues: tuple[Issue, ...]


def fa_title(sheet: Sheet, header: FaHeader, context: Context) -> FaTitle:
    """Reads year, month, satker and source of funds from the rows above the heading.

    Args:
        sheet: The sheet.
        header: Its heading.
        context: Reference and declaration; a satker outside the reference is an error unless declared.
    """
    issues: list[Issue] = []
    rows = header.first
    tahun, bulan = _period(sheet, header.last + 1, issues)
    satker = _satker(sheet, rows, context, issues)
    named = _value(sheet, rows, "sumber dana")
    source = _SOURCE.search(named[1].upper()) if named else None
    sumber_dana, more = context.sumber_dana(sheet.name, source[1] if source else None)
    unit = context.reference.by_kode_satker.get(satker or "")
    return FaTitle(
        tahun=tahun,
        bulan=bulan,
        kode_satker=satker,
        kode_wilayah=unit.kode_wilayah if unit else None,
        sumber_dana=sumber_dana,
        issues=(*issues, *more),
    )


def _period(sheet: Sheet, rows: int, issues: list[Issue]) -> tuple[int | None, int | None]:
    years: dict[int, str] = {}
    months: dict[int, str] = {}
    for number in range(rows):
        for column, cell in enumerate(sheet.rows[number]):
            if not isinstance(cell, str):
                continue
            text = label(cell)
            if not (
                text.startswith(("periode", "sampai dengan", "s.d", "sd ", "laporan", "ta ", "tahun")) or " ta " in text
            ):
                continue
            found = period(cell)
            if found.tahun is not None:
                years.setdefault(found.tahun, sheet.address(number, column))
            if found.bulan is not None:
                months.setdefault(found.bulan, sheet.address(number, column))
    for kind, values in (("year", years), ("month", months)):
        if not values:
            issues.append(Issue.of(f"{kind}-missing", sheet=sheet.name))
        elif len(values) > 1:
            raw = ", ".join(str(value) for value in values)
            issues.append(Issue.of(f"{kind}-contradicts", sheet=sheet.name, cell=list(values.values())[-1], raw=raw))
    return next(iter(years), None), next(iter(months), None)


def _value(sheet: Sheet, rows: int, start: str) -> tuple[str, str] | None:
    """Address and text of what follows a label in its row (or in its own cell)."""
    for number in range(rows):
        row = sheet.rows[number]
        filled = [(column, raw_text(cell)) for column, cell in enumerate(row) if cell is not None]
        if not filled or not label(filled[0][1]).startswith(start):
            continue
        column, own = filled[0]
        _, _, rest = own.partition(":")
        text = _PAGE.sub("", tidy(" ".join([rest, *(text for _, text in filled[1:])]))).strip()
        return sheet.address(number, filled[1][0] if len(filled) > 1 else column), text
    return None


def _satker(sheet: Sheet, rows: int, context: Context, issues: list[Issue]) -> str | None:
    found = _value(sheet, rows, "satuan kerja")
    if found is None:
        issues.append(Issue.of("satker-missing", sheet=sheet.name))
        return None
    cell, text = found
    match = _SATKER.search(text.replace("'", " "))
    if match is None:
        issues.append(Issue.of("satker-missing", sheet=sheet.name, cell=cell, raw=text))
        return None
    code, name = match[1], match[2]
    if context.declared.any_satker:
        return code
    ministry = _value(sheet, rows, "kementerian")
    if code not in context.reference.by_kode_satker:
        issues.append(Issue.of("satker-unknown", sheet=sheet.name, cell=cell, raw=text, code_satker=code, name=name))
    elif ministry and re.match(r"\d{3}\b", ministry[1]) and not ministry[1].startswith(_KPU):
        issues.append(
            Issue.of("ministry-contradicts", sheet=sheet.name, cell=ministry[0], raw=ministry[1], expected=_KPU)
        )
    return code
