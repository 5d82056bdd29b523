"""What stands above a table: unit and period."""

import re
from dataclasses import dataclass
from datetime import date

from budget.issue import Issue
from loaders.context import Context
from loaders.header import Header
from loaders.label import label, tidy
from loaders.match_satker import match_satker
from loaders.period import Period, period
from loaders.raw_text import raw_text
from loaders.sheet import Sheet

_PERIOD = re.compile(
    r"\b(periode|s\.?\s?d\b|s/d|sampai|keadaan|per|bulan|posisi|triwulan|tw|realisasi|tahun|ta|t\.a)\b\.?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(tgl|tanggal|nomor|no)\b\.?", re.IGNORECASE)
_UNIT = re.compile(r"\b(kpu|komisi pemilihan umum|satker|satuan kerja|dipa)\b|(?<!\d)\d{6}(?!\d)", re.IGNORECASE)
_KPU = re.compile(r"\b(kpu|komisi pemilihan umum)\b", re.IGNORECASE)
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_STOP = re.compile(
    r"[(,;]|\b(?:s\.?\s?d|s/d|sampai|keadaan|per|bulan|posisi|triwulan|tw|tahun|ta|t\.a|periode)\b|\d{4}", re.IGNORECASE
)
_DIPA_YEAR = re.compile(r"dipa.*/(20\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TitleFacts:
    """What the title and the uploader say that all rows are of; None where neither does.

    Attributes:
        kode_satker: Unit.
        tahun: Budget year.
        bulan: Month up to whose last day the figures run.
        issues: What a person has to decide.
    """

    kode_satker: str | None
    tahun: int | None
    bulan: int | None
    issues: tuple[Issue, ...]


def title_facts(sheet: Sheet, header: Header, context: Context) -> TitleFacts:
    """Reads unit and period above the heading; what the title does not say is taken from what was declared.

    A date of a letter (`tgl. 19 Okt 2020`, `Nomor …`) is no period. Of several months in one
    text the last one counts, as in `Januari s.d. Maret`; where two texts differ, the declared one of them does.
    A word for a period may have its value in the next cell (`Periode s.d.` beside `Maret 2026` or beside a date).
    """
    texts = [
        (row, column, tidy(cell))
        for row in range(header.row)
        for column, cell in enumerate(sheet.rows[row])
        if isinstance(cell, str) and cell.strip()
    ]
    years: dict[int, str] = {}
    months: dict[int, str] = {}
    odd: list[Issue] = []
    for row, column, text in texts:
        dipa = _DIPA_YEAR.search(text)
        if dipa:
            years.setdefault(int(dipa[1]), sheet.address(row, column))
        elif _PERIOD.search(text) and not _LETTER.search(text):
            read = _period(sheet, row, column, text)
            if read.impossible:
                cell = sheet.address(row, column)
                odd.append(Issue.of("period-not-understood", sheet=sheet.name, cell=cell, raw=text))
            if read.tahun is not None:
                years.setdefault(read.tahun, sheet.address(row, column))
            if read.bulan is not None:
                months.setdefault(read.bulan, sheet.address(row, column))
    tahun, of_year = _only("year", years, context.declared.tahun, sheet)
    bulan, of_month = _only("month", months, context.declared.bulan, sheet)
    kode, issues = _unit(sheet, texts, context)
    return TitleFacts(kode, tahun, bulan, (*issues, *odd, *of_year, *of_month))


def _period(sheet: Sheet, row: int, column: int, text: str) -> Period:
    """The period of a text; where it names none, of the text with the next cell that is filled."""
    own = period(text)
    beside = next((cell for cell in sheet.rows[row][column + 1 :] if cell is not None), None)
    if own != Period(None, None) or beside is None:
        return own
    if isinstance(beside, date):
        return period(beside)
    more = tidy(raw_text(beside))
    return own if _LETTER.search(more) else period(f"{text} {more}")


def _only(what: str, found: dict[int, str], declared: int | None, sheet: Sheet) -> tuple[int | None, list[Issue]]:
    """The one value that a title names, else the declared one; of several the declared one, else a question."""
    if not found or declared in found:
        return declared, []
    if len(found) == 1:
        return next(iter(found)), []
    raw = ", ".join(f"{value} ({cell})" for value, cell in found.items())
    return None, [Issue.of(f"{what}-contradicts", sheet=sheet.name, cell=list(found.values())[1], raw=raw)]


def _unit(sheet: Sheet, texts: list[tuple[int, int, str]], context: Context) -> tuple[str | None, list[Issue]]:
    asked: list[Issue] = []
    named: dict[str, tuple[int, int]] = {}
    for row, column, text in texts:
        if not _UNIT.search(text):
            continue
        found = match_satker(_named(text), context.reference)
        foreign = found.how == "unknown" and found.kode_satker is not None and context.declared.any_satker
        if found.kode_satker is not None and (found.how in {"code", "name"} or foreign):
            named.setdefault(found.kode_satker, (row, column))
        elif found.how == "ambiguous" and context.declared.kode_satker is None:
            asked.append(which_unit(sheet, row, column, context))
    if not named or context.declared.kode_satker in named:
        return context.declared.kode_satker, [] if named else asked
    if len(named) == 1:
        return next(iter(named)), []
    return None, [_several(sheet, named, context)]


def _several(sheet: Sheet, named: dict[str, tuple[int, int]], context: Context) -> Issue:
    row, column = list(named.values())[1]
    known = context.reference.by_kode_satker
    names = " atau ".join(f"{known[kode].nama} ({kode})" if kode in known else kode for kode in named)
    raw, cell = tidy(raw_text(sheet.rows[row][column])), sheet.address(row, column)
    return Issue.of("satker-ambiguous", sheet=sheet.name, cell=cell, raw=raw, expected=names)


def _named(text: str) -> str:
    """The part of a title that names a unit: behind a label's colon, before the period."""
    if "dipa" in label(text):
        return text
    rest = text.rpartition(":")[2] or text
    start = _KPU.search(rest)
    rest = rest[start.start() :] if start else rest
    return rest if _CODE.search(rest) else _STOP.split(rest, maxsplit=1)[0]


def which_unit(sheet: Sheet, row: int, column: int, context: Context) -> Issue:
    """The question which unit a cell means, with those that it could be."""
    raw = tidy(raw_text(sheet.rows[row][column]))
    candidates = match_satker(sheet.rows[row][column], context.reference).candidates
    names = " atau ".join(f"{unit.nama} ({unit.kode_satker})" for unit in candidates)
    place = sheet.address(row, column)
    return Issue.of("satker-ambiguous", sheet=sheet.name, cell=place, raw=raw, expected=names)
