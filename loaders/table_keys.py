"""Unit, period, source of funds and akun of each line of a table."""

import re
from collections.abc import Sequence

from budget.issue import Issue
from budget.slice import Slice
from budget.sumber_dana import SUMBER_DANA
from loaders.context import Context
from loaders.label import tidy
from loaders.match_satker import match_satker
from loaders.period import period
from loaders.raw_text import raw_text
from loaders.satker_match import SatkerMatch
from loaders.satker_name import satker_name
from loaders.sheet import Cell, Sheet
from loaders.table_akun import table_akun
from loaders.table_gaps import KEYS, table_gaps
from loaders.table_key import TableKey
from loaders.table_source import table_source
from loaders.table_spec import TableSpec
from loaders.title_facts import TitleFacts, title_facts, which_unit

_YEAR = re.compile(r"^20\d\d$")


def table_keys(
    sheet: Sheet, context: Context, spec: TableSpec, rows: Sequence[int]
) -> tuple[dict[int, TableKey], list[Issue]]:
    """What each line is of: its own cell first, then the title, then what was declared.

    Args:
        sheet: Where the table is.
        context: What is declared and known.
        spec: What the columns are.
        rows: Zero-based rows of the lines.

    Returns:
        Keys by row; a row that is not there has an issue that says why or asks.
    """
    facts = title_facts(sheet, spec.header, context)
    source, more = context.sumber_dana(sheet.name, spec.sumber_dana)
    filled = {
        name
        for name in KEYS
        if name in spec.columns and any(sheet.rows[row][spec.columns[name]] is not None for row in rows)
    }
    own_unit = "kode_satker" in filled
    issues = [issue for issue in facts.issues if not (own_unit and issue.code == "satker-ambiguous")]
    keys: dict[int, TableKey] = {}
    asked: set[str] = set()
    units: dict[Cell, SatkerMatch] = {}
    unnamed = False
    for row in rows:
        kode, tahun, bulan, wrong = _own(sheet, context, spec, row, facts, units)
        wrong += table_gaps(sheet, spec, filled, row)
        missing = [name for name, value in (("unit", kode), ("year", tahun), ("month", bulan)) if value is None]
        if not spec.monthly and not spec.columns.keys() & {"realisasi_rp", "realisasi_ini_rp", "realisasi_lalu_rp"}:
            missing = [name for name in missing if name != "month"]
        akun, akun_issue = _akun(sheet, spec, row)
        named, source_issue = _source(sheet, spec, row)
        wrong += [issue for issue in (akun_issue, source_issue) if issue]
        issues += wrong
        if any(issue.level == "error" for issue in wrong):
            continue
        if missing:
            asked.update(missing)
        elif kode is not None and tahun is not None:
            unnamed = unnamed or named is None
            keys[row] = TableKey(Slice(tahun, bulan, kode, named or source), akun)
    issues += [Issue.of(f"{name}-needed", sheet=sheet.name, count=len(rows)) for name in sorted(asked)]
    if unnamed:
        issues += more
    return keys, issues


def _own(
    sheet: Sheet,
    context: Context,
    spec: TableSpec,
    row: int,
    facts: TitleFacts,
    units: dict[Cell, SatkerMatch],
) -> tuple[str | None, int | None, int | None, list[Issue]]:
    kode, tahun, bulan = facts.kode_satker, facts.tahun, facts.bulan
    own_year: int | None = None
    issues: list[Issue] = []
    column = spec.columns.get("kode_satker")
    if column is not None and sheet.rows[row][column] is not None:
        kode, issue = _unit(sheet, context, row, column, units)
        issues += [issue] if issue else _name_fits(sheet, context, spec, row, kode)
    for name in ("tahun", "bulan"):
        place = spec.columns.get(name)
        if place is None or sheet.rows[row][place] is None:
            continue
        text = tidy(raw_text(sheet.rows[row][place]))
        read = period(text)
        if name == "tahun" and (_YEAR.match(text) or read.tahun):
            tahun = own_year = read.tahun or int(text)
        elif name == "bulan" and text.isdigit() and 1 <= int(text) <= 12:
            bulan = int(text)
        elif name == "bulan" and read.bulan:
            bulan, tahun = read.bulan, read.tahun or tahun
            if own_year not in {None, tahun}:
                cell, other = sheet.address(row, place), str(own_year)
                issues.append(
                    Issue.of("row-years-differ", sheet=sheet.name, cell=cell, raw=text, expected=other, row=row + 1)
                )
        else:
            cell = sheet.address(row, place)
            issues.append(Issue.of("period-not-understood", sheet=sheet.name, cell=cell, raw=text))
    if (
        kode is not None
        and kode not in context.reference.by_kode_satker
        and not context.declared.any_satker
        and not any(issue.level == "error" for issue in issues)
    ):
        place = spec.columns.get("kode_satker")
        where = None if place is None else sheet.address(row, place)
        issues.append(Issue.of("satker-unknown", sheet=sheet.name, cell=where, raw=kode, code_satker=kode, name=""))
    return kode, tahun, bulan, issues


def _unit(
    sheet: Sheet, context: Context, row: int, column: int, units: dict[Cell, SatkerMatch]
) -> tuple[str | None, Issue | None]:
    cell = sheet.rows[row][column]
    if cell not in units:
        units[cell] = match_satker(cell, context.reference)
    found = units[cell]
    place, raw = sheet.address(row, column), tidy(raw_text(cell))
    if found.how == "ambiguous":
        return None, which_unit(sheet, row, column, context)
    if found.how == "similar":
        name = found.candidates[0].nama
        return found.kode_satker, Issue.of("satker-similar", sheet=sheet.name, cell=place, raw=raw, expected=name)
    if found.kode_satker is None:
        return None, Issue.of("satker-unknown", sheet=sheet.name, cell=place, raw=raw, code_satker="", name=raw)
    return found.kode_satker, None


def _akun(sheet: Sheet, spec: TableSpec, row: int) -> tuple[str | None, Issue | None]:
    column = spec.columns.get("akun")
    if column is None or sheet.rows[row][column] is None:
        return None, None
    text = tidy(raw_text(sheet.rows[row][column]))
    akun = table_akun(text)
    if akun is not None:
        return akun, None
    cell = sheet.address(row, column)
    return None, Issue.of("code-unknown", sheet=sheet.name, cell=cell, raw=text, expected="akun enam angka")


def _source(sheet: Sheet, spec: TableSpec, row: int) -> tuple[str | None, Issue | None]:
    column = spec.columns.get("sumber_dana")
    text = "" if column is None else tidy(raw_text(sheet.rows[row][column]))
    source = table_source(text) if text else None
    if column is None or not text or source is not None:
        return source, None
    cell, known = sheet.address(row, column), ", ".join(SUMBER_DANA)
    return None, Issue.of("source-of-funds-invalid", sheet=sheet.name, cell=cell, raw=text, expected=known)


def _name_fits(sheet: Sheet, context: Context, spec: TableSpec, row: int, kode: str | None) -> list[Issue]:
    """A warning where the name beside or behind a code is that of another unit."""
    unit = context.reference.by_kode_satker.get(kode or "")
    for column in (spec.columns.get("nama_satker"), spec.columns.get("kode_satker")):
        text = "" if column is None else tidy(raw_text(sheet.rows[row][column]))
        kind, place = satker_name(text)
        if unit is None or column is None or not place or "dipa" in place.split():
            continue
        if kind not in (None, unit.tingkat) or place not in satker_name(unit.nama)[1]:
            cell = sheet.address(row, column)
            return [Issue.of("satker-name-differs", sheet=sheet.name, cell=cell, raw=text, expected=unit.nama)]
    return []
