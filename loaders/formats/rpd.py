"""A unit's withdrawal plan (RPD, Halaman III DIPA) as a tidy table."""

import re
from dataclasses import dataclass

from budget.issue import Issue
from budget.row_count import RowCount
from loaders.alias_columns import alias_columns
from loaders.alias_fields import alias_field
from loaders.cast_columns import cast_columns
from loaders.context import Context
from loaders.find_header import header_at
from loaders.header import Header
from loaders.label import label
from loaders.lines_frame import headings_frame, lines_frame
from loaders.missing_months import missing_months
from loaders.plan_faults import plan_faults
from loaders.plan_keys import plan_keys
from loaders.plan_lines import plan_lines
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.sound_rows import sound_rows
from loaders.table_control import table_control
from loaders.table_rows import table_rows
from loaders.table_spec import TableSpec
from loaders.unit_of_money import unit_of_money
from loaders.unit_questions import unit_questions

_WITHIN = 60
_PLAN = re.compile(r"\brpd\b|rencana[ _]penarikan|^rencana_rp$")
_OTHER = re.compile(r"%|\b(?:no|nomor|tgl|tanggal|deviasi|realisasi|sisa|selisih|persen\w*|capaian)\b")
"""What makes of a plan's label another thing: `Deviasi RPD`, `Nomor RPD`."""
_CUMULATIVE = re.compile(r"kumulatif|akumulasi|s\.?\s?d\b|s/d|sampai")
_KEYS = frozenset({"kode_satker", "tahun", "bulan", "sumber_dana", "akun"})
_SPENT = frozenset({"realisasi_rp", "realisasi_ini_rp", "realisasi_lalu_rp"})


@dataclass(frozen=True)
class _Found:
    """The heading of a plan, with the columns of plans of one month and of cumulative ones."""

    header: Header
    monthly: tuple[int, ...]
    cumulative: tuple[int, ...]


class Rpd:
    """`Kode Satker | Tahun | Bulan | Jenis Belanja | Rencana Penarikan (RPD)`: Halaman III of the DIPA, row by row."""

    name = "rpd"

    def recognises(self, sheet: Sheet) -> bool:
        """True when a heading names a plan of withdrawals beside what the rows are of, and no realisasi."""
        return _find(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A plan needs every month of every unit (and jenis belanja); blank is not 0, and cumulative is not monthly."""
        found = _find(sheet)
        if found is None:
            raise ValueError("not a withdrawal plan")
        header = found.header
        columns, claims = alias_columns(sheet, header, _KEYS)
        wrong = _unreadable(sheet, found, columns)
        if wrong is not None:
            rows = RowCount(0, 0, header.first, len(sheet.rows) - header.first)
            return Reading(lines_frame(0, {}), headings_frame(0, {}), (), rows, (), (wrong,))
        spec = _spec(sheet, found, columns)
        return _reading(sheet, context, spec, [*claims, *_twice(sheet, found)])


def _reading(sheet: Sheet, context: Context, spec: TableSpec, claims: list[Issue]) -> Reading:
    found, column = table_rows(sheet, spec), spec.columns["rencana_rp"]
    counted = {*found.lines, *found.totals}
    cells = [row[column] if number in counted else None for number, row in enumerate(sheet.rows)]
    amounts = cast_columns({"rencana_rp": cells}, spec.unit_rp)
    sound, unread = sound_rows(sheet, spec, found, amounts)
    faulty = {row for row, at in sheet.faults if at == column and row >= spec.header.first}
    named = sorted({*found.lines, *found.blanks, *faulty})
    keys, questions = plan_keys(sheet, context, spec, named)
    wrong, faults = plan_faults(sheet, spec, keys, amounts["rencana_rp"], found.blanks)
    rows = [row for row in sound if row in keys and row not in wrong]
    control, differences = table_control(sheet, spec, found, amounts)
    dropped = found.dropped + len(found.blanks) + len(found.lines) - len(rows)
    return Reading(
        lines=lines_frame(0, {}),
        headings=headings_frame(0, {}),
        slices=tuple(sorted({keys[row].piece for row in rows}, key=lambda piece: piece.key)),
        rows=RowCount(len(rows), len(found.totals), found.notes, dropped),
        control=tuple(control),
        issues=(
            *claims,
            *unit_questions(sheet, spec.header),
            *found.issues,
            *unread,
            *questions,
            *faults,
            *(missing_months(sheet, spec, keys) if len(keys) == len(named) else []),
            *([] if named else [Issue.of("table-empty", sheet=sheet.name)]),
            *differences,
        ),
        plan=plan_lines(sheet, spec, {row: keys[row] for row in rows}, amounts["rencana_rp"]),
    )


def _find(sheet: Sheet) -> _Found | None:
    """The first heading of a plan with a column of months, else the first of a plan at all."""
    top = sheet.rows[:_WITHIN]
    if not any(isinstance(cell, str) and _PLAN.search(label(cell)) for row in top for cell in row):
        return None
    others: list[_Found] = []
    for number, row in enumerate(top):
        if sum(isinstance(cell, str) for cell in row) < 2:
            continue
        header = header_at(sheet, number)
        fields = {alias_field(text) for text in header.labels}
        plans = [
            column
            for column, text in enumerate(header.labels)
            if _PLAN.search(text) and not _OTHER.search(text) and not alias_field(text)
        ]
        if not plans or not fields & _KEYS or fields & _SPENT:
            continue
        sums = tuple(column for column in plans if _CUMULATIVE.search(header.labels[column]))
        found = _Found(header, tuple(column for column in plans if column not in sums), sums)
        if "bulan" in fields:
            return found
        if "pagu_rp" not in fields:
            others.append(found)
    return others[0] if others else None


def _unreadable(sheet: Sheet, found: _Found, columns: dict[str, int]) -> Issue | None:
    """Why no row can be read: months are not told, or the plan is a running sum."""
    if "bulan" not in columns:
        cell = sheet.address(found.header.row, (*found.monthly, *found.cumulative)[0])
        return Issue.of("plan-without-months", sheet=sheet.name, cell=cell)
    if not found.monthly:
        column = found.cumulative[0]
        cell, raw = sheet.address(found.header.row, column), found.header.labels[column]
        return Issue.of("plan-cumulative", sheet=sheet.name, cell=cell, raw=raw)
    return None


def _twice(sheet: Sheet, found: _Found) -> list[Issue]:
    labels = found.header.labels
    return [
        Issue.of(
            "plan-claimed-twice",
            sheet=sheet.name,
            cell=sheet.address(found.header.row, column),
            raw=labels[column],
            expected=labels[found.monthly[0]],
        )
        for column in found.monthly[1:]
    ]


def _spec(sheet: Sheet, found: _Found, columns: dict[str, int]) -> TableSpec:
    unit, _ = unit_of_money(sheet, found.header)
    places = {"jenis" if name == "akun" else name: column for name, column in columns.items()}
    bare = [column for column, text in enumerate(found.header.labels) if text == "jenis"]
    if bare and "jenis" not in places:
        places["jenis"] = bare[0]
    return TableSpec(found.header, {**places, "rencana_rp": found.monthly[0]}, unit or 1, monthly=True)
