"""A layout that somebody explained once."""

from dataclasses import dataclass, replace

from budget.issue import Issue
from budget.layout import Layout
from budget.wording.rupiah import rupiah
from loaders.claimed_twice import claimed_twice
from loaders.context import Context
from loaders.find_header import header_at
from loaders.fingerprint import fingerprint
from loaders.header import Header
from loaders.label import label, tidy
from loaders.raw_text import raw_text
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec
from loaders.tidy_levels import tidy_levels
from loaders.unit_of_money import unit_of_money

_WITHIN = 60


@dataclass(frozen=True)
class KnownLayout:
    """A layout that somebody explained once; any sheet with those labels in one row is read that way.

    Attributes:
        layouts: The explanations that hold.
    """

    layouts: tuple[Layout, ...] = ()
    name: str = "known-layout"

    def recognises(self, sheet: Sheet) -> bool:
        """True when a row of the sheet has the labels of an explained layout."""
        return self._find(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """Reads the columns as they were explained."""
        found = self._find(sheet)
        if found is None:
            raise ValueError("not a known layout")
        row, layout = found
        labels = tuple(label(raw_text(cell)) for cell in sheet.rows[row])
        header = Header(row, header_at(sheet, row).first, labels)
        columns: dict[str, int] = {}
        questions: list[Issue] = []
        for column, field in enumerate(layout.fields[: len(labels)]):
            if field and field in columns:
                questions.append(claimed_twice(sheet, header, column, columns[field], field))
            elif field:
                columns[field] = column
        unit, place = unit_of_money(sheet, header)
        raw = "" if place is None else tidy(raw_text(sheet.rows[place[0]][place[1]]))
        if place is not None and unit != layout.unit_rp and (unit != 1 or "rupiah" in label(raw)):
            cell = sheet.address(*place)
            expected = rupiah(layout.unit_rp)
            questions.append(Issue.of("layout-unit-differs", sheet=sheet.name, cell=cell, raw=raw, expected=expected))
        reading = read_table(sheet, context, TableSpec(header, columns, layout.unit_rp))
        more = tidy_levels(reading.lines, reading.control, numbered=False)
        return replace(reading, issues=(*questions, *reading.issues, *more))

    def _find(self, sheet: Sheet) -> tuple[int, Layout] | None:
        known = {layout.fingerprint: layout for layout in self.layouts}
        for number, row in enumerate(sheet.rows[:_WITHIN] if known else ()):
            layout = known.get(fingerprint([label(raw_text(cell)) for cell in row]))
            if layout is not None:
                return number, layout
        return None
