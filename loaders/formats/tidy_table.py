"""Any tidy table whose headings are known."""

import re
from dataclasses import replace

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from loaders.alias_columns import alias_columns
from loaders.alias_fields import alias_field
from loaders.context import Context
from loaders.find_header import header_at
from loaders.header import Header
from loaders.label import label
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec
from loaders.tidy_levels import tidy_levels
from loaders.unit_of_money import unit_of_money

_WITHIN = 60
_AND = re.compile(r"\s*/\s*|\s*&\s*|\s+(?:dan/atau|dan|atau)\s+")
_AMOUNTS = frozenset({"pagu_rp", "realisasi_rp", "realisasi_ini_rp"})
_KEYS = frozenset({"kode_satker", "akun", "uraian", "program", "kegiatan", "ro", "item"})


class TidyTable:
    """Any tidy table whose headings `data/aliases.csv` knows: one row, one line."""

    name = "tidy-table"

    def recognises(self, sheet: Sheet) -> bool:
        """True when a heading names a pagu or realisasi and something that the rows are of."""
        return _header(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """Reads the columns whose labels are known; a field that two columns claim is a question."""
        header = _header(sheet)
        if header is None:
            raise ValueError("not a tidy table")
        columns, claims = alias_columns(sheet, header)
        claims += _of_two_fields(sheet, header)
        unit, _ = unit_of_money(sheet, header)
        reading = read_table(sheet, context, TableSpec(header, columns, unit or 1))
        more = tidy_levels(reading.lines, reading.control, numbered="no" in columns)
        return replace(reading, issues=(*claims, *reading.issues, *more))


def _header(sheet: Sheet) -> Header | None:
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        if sum(isinstance(cell, str) for cell in row) < 2:
            continue
        header = header_at(sheet, number)
        fields = {alias_field(text) for text in header.labels}
        if fields & _AMOUNTS and fields & _KEYS:
            return header
    return None


def _of_two_fields(sheet: Sheet, header: Header) -> list[Issue]:
    """A question for each heading cell that names two fields at once, e.g. `Pagu/Realisasi`."""
    issues = []
    for row in range(header.row, header.first):
        for column, cell in enumerate(sheet.rows[row]):
            if not isinstance(cell, str):
                continue
            parts = [alias_field(part) for part in _AND.split(label(cell))]
            fields = dict.fromkeys(field for field in parts if field in FIELD_WORDS)
            if len(fields) > 1 and not alias_field(label(cell).replace("/", "|")):
                place, names = sheet.address(row, column), " atau ".join(FIELD_WORDS[field] for field in fields)
                issues.append(Issue.of("heading-ambiguous", sheet=sheet.name, cell=place, raw=cell, expected=names))
    return issues
