"""Unit, period, source of funds and akun of each line of a table."""

import re
from collections.abc import Sequence

from budget.issue import Issue
from budget.jenis_belanja import jenis_belanja
from budget.slice import Slice
from loaders.context import Context
from loaders.label import label, tidy
from loaders.match_satker import match_satker
from loaders.period import period
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_key import TableKey
from loaders.table_spec import TableSpec
from loaders.title_facts import TitleFacts, title_facts, which_unit

_AKUN = re.compile(r"^(\d{6}|\d{2})(?!\d)")
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
    issues: list[Issue] = list(facts.issues)
    source, more = context.sumber_dana(sheet.name, spec.sumber_dana)
    keys: dict[int, TableKey] = {}
    asked: set[str] = set()
    for row in rows:
        kode, tahun, bulan, wrong = _own(sheet, context, spec, row, facts)
        missing = [name for name, value in (("unit", kode), ("year", tahun), ("month", bulan)) if value is None]
        if not spec.columns.keys() & {"realisasi_rp", "realisasi_ini_rp", "realisasi_lalu_rp"}:
            missing = [name for name in missing if name != "month"]
        akun, akun_issue = _akun(sheet, spec, row)
        wrong += [akun_issue] if akun_issue else []
        issues += wrong
        if any(issue.level == "error" for issue in wrong):
            continue
        if missing:
            asked.update(missing)
        elif kode is not None and tahun is not None:
            named = _source(sheet, spec, row)
            keys[row] = TableKey(Slice(tahun, bulan, kode, named or source), akun)
    issues += [Issue.of(f"{name}-needed", sheet=sheet.name, count=len(rows)) for name in sorted(asked)]
    if keys and "sumber_dana" not in spec.columns:
        issues += more
    return keys, issues


def _own(
    sheet: Sheet, context: Context, spec: TableSpec, row: int, facts: TitleFacts
) -> tuple[str | None, int | None, int | None, list[Issue]]:
    kode, tahun, bulan = facts.kode_satker, facts.tahun, facts.bulan
    issues: list[Issue] = []
    column = spec.columns.get("kode_satker")
    if column is not None and sheet.rows[row][column] is not None:
        kode, issue = _unit(sheet, context, row, column)
        issues += [issue] if issue else []
    for name in ("tahun", "bulan"):
        place = spec.columns.get(name)
        if place is None or sheet.rows[row][place] is None:
            continue
        text = tidy(raw_text(sheet.rows[row][place]))
        read = period(text)
        if name == "tahun" and (_YEAR.match(text) or read.tahun):
            tahun = read.tahun or int(text)
        elif name == "bulan" and text.isdigit() and 1 <= int(text) <= 12:
            bulan = int(text)
        elif name == "bulan" and read.bulan:
            bulan, tahun = read.bulan, read.tahun or tahun
        else:
            cell = sheet.address(row, place)
            issues.append(Issue.of("period-not-understood", sheet=sheet.name, cell=cell, raw=text))
    if (
        kode is not None
        and kode not in context.reference.by_kode_satker
        and not context.declared.any_satker
        and not issues
    ):
        place = spec.columns.get("kode_satker")
        where = None if place is None else sheet.address(row, place)
        issues.append(Issue.of("satker-unknown", sheet=sheet.name, cell=where, raw=kode, code_satker=kode, name=""))
    return kode, tahun, bulan, issues


def _unit(sheet: Sheet, context: Context, row: int, column: int) -> tuple[str | None, Issue | None]:
    cell = sheet.rows[row][column]
    found = match_satker(cell, context.reference)
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
    code = _AKUN.match(text)
    if code:
        return code[1], None
    words = label(text).removeprefix("belanja ")
    by_name = {label(name).removeprefix("belanja "): jenis for jenis, name in jenis_belanja().items()}
    if words in by_name:
        return by_name[words], None
    cell = sheet.address(row, column)
    return None, Issue.of("code-unknown", sheet=sheet.name, cell=cell, raw=text, expected="akun enam angka")


def _source(sheet: Sheet, spec: TableSpec, row: int) -> str | None:
    column = spec.columns.get("sumber_dana")
    return None if column is None else tidy(raw_text(sheet.rows[row][column])).upper() or None
