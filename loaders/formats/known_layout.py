"""A layout that somebody explained once."""

from dataclasses import dataclass

from budget.layout import Layout
from loaders.context import Context
from loaders.fingerprint import fingerprint
from loaders.header import Header
from loaders.label import label
from loaders.raw_text import raw_text
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

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
        columns = {field: column for column, field in enumerate(layout.fields) if field and column < len(labels)}
        return read_table(sheet, context, TableSpec(Header(row, row + 1, labels), columns, layout.unit_rp))

    def _find(self, sheet: Sheet) -> tuple[int, Layout] | None:
        known = {layout.fingerprint: layout for layout in self.layouts}
        for number, row in enumerate(sheet.rows[:_WITHIN] if known else ()):
            layout = known.get(fingerprint([label(raw_text(cell)) for cell in row]))
            if layout is not None:
                return number, layout
        return None
