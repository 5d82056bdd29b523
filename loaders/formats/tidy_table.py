"""Any tidy table whose headings are known."""

from dataclasses import replace

from budget.issue import Issue
from loaders.alias_fields import alias_field
from loaders.context import Context
from loaders.find_header import header_at
from loaders.header import Header
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec
from loaders.unit_of_money import unit_of_money

_WITHIN = 60
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
        columns: dict[str, int] = {}
        claims: list[Issue] = []
        for column, text in enumerate(header.labels):
            field = alias_field(text)
            if field == "kode_satker" and field in columns:
                columns[field] = _codes(sheet, header, columns[field], column)
            elif field in columns:
                facts = {"raw": text, "expected": header.labels[columns[field]], "field": field}
                place = sheet.address(header.row, column)
                claims.append(Issue.of("column-claimed-twice", sheet=sheet.name, cell=place, **facts))
            elif field:
                columns[field] = column
        unit, _ = unit_of_money(sheet, header)
        reading = read_table(sheet, context, TableSpec(header, columns, unit or 1))
        return replace(reading, issues=(*claims, *reading.issues))


def _header(sheet: Sheet) -> Header | None:
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        if sum(isinstance(cell, str) for cell in row) < 2:
            continue
        header = header_at(sheet, number)
        fields = {alias_field(text) for text in header.labels}
        if fields & _AMOUNTS and fields & _KEYS:
            return header
    return None


def _codes(sheet: Sheet, header: Header, first: int, second: int) -> int:
    """Of a column of codes and one of names, the codes."""
    digits = [
        sum(str(row[column]).strip("' .0").isdigit() for row in sheet.rows[header.first :] if row[column] is not None)
        for column in (first, second)
    ]
    return first if digits[0] >= digits[1] else second
