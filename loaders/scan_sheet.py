"""A streaming look at one sheet part of a workbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import column_letters, column_number
from loaders.scan_plain_cells import PlainCells
from loaders.scan_xml import feed, new_parser, too_deep

_KINDS = {"row": 1, "c": 2, "v": 3, "f": 4, "is": 5, "col": 6}
_TRUE = {"1", "true"}


@dataclass
class SheetScan:
    """What a sheet part holds that a parser would hide or choke on; rows and columns are zero-based.

    Attributes:
        valued: Cells having a value.
        errors: Error cells (`t="e"`) by (row, column), with the text shown.
        uncomputed: Formulas without a cached value, (row, column).
        padded: Numbers shown with leading zeros (`051` stored as 51), with the count of digits shown.
        hidden_rows: Rows that a person does not see.
        hidden_columns: Columns that a person does not see.
    """

    valued: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def scan_sheet(part: Callable[[], Iterable[bytes]], sheet: str, padded_styles: Mapping[str, int]) -> SheetScan:
    """Scans one sheet part without building a tree.

    Plain cells are cut out and counted before the parser sees the rest (`loaders.scan_plain_cells`). A sheet with a
    cell that has no address counts on the cells before it, so it is scanned whole.

    Args:
        part: Gives the XML of the sheet in pieces, from the start at each call.
        sheet: Name of the sheet, for issues.
        padded_styles: Digits shown, by index of the cell styles whose number format pads with zeros.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, too many cells or rows, a cell far away, nesting too deep.
    """
    try:
        return scan_whole(part(), sheet, padded_styles, PlainCells(blanks_only=bool(padded_styles)))
    except _UnaddressedError:
        return scan_whole(part(), sheet, padded_styles)


def scan_whole(
    pieces: Iterable[bytes], sheet: str, padded_styles: Mapping[str, int], plain: PlainCells | None = None
) -> SheetScan:
    """Scans one sheet part in one go; arguments as for `scan_sheet`.

    Args:
        pieces: The XML of the sheet.
        sheet: Name of the sheet.
        padded_styles: Digits shown, by index of cell style.
        plain: What cuts out the plain cells first; None to leave them to the parser.
    """
    return _Scanner(sheet, padded_styles, plain).run(pieces)


class _UnaddressedError(Exception):
    """A cell without an address: its place is told by the blanks before it."""


class _Scanner:
    """Holds little per cell and does little for blanks."""

    def __init__(self, sheet: str, padded_styles: Mapping[str, int], plain: PlainCells | None) -> None:
        self.sheet = sheet
        self.padded_styles = padded_styles
        self.plain = plain
        self.scan = SheetScan()
        self.kinds = dict(_KINDS)
        self.columns: dict[str, int] = {}
        self.cell: dict[str, str] = {}
        self.counted = True
        self.formula = False
        self.special = False
        self.row = 0
        self.row_text = ""
        self.last_row = self.last_column = 0
        self.column = -1
        self.cut = 0
        self.depth = 0
        self.ends: list[str] = []
        self.text: list[str] = []

    def run(self, pieces: Iterable[bytes]) -> SheetScan:
        self.parser = new_parser(self.sheet)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self.ends.append
        feed(self.parser, self._counted(pieces), self.sheet)
        if self.special:
            self._close()
        return self.scan

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            yield piece if self.plain is None else self._cut(piece, self.plain)
            self.depth -= len(self.ends)
            self.ends.clear()

    def _cut(self, piece: bytes, plain: PlainCells) -> bytes:
        left = plain.cut(piece)
        row, column = plain.last
        if row > self.last_row or column > self.last_column:
            self._grow(f"{column_letters(column)}{row}", row, column)
        if plain.row_zero:
            self._far("baris 0")
        self._count(plain.count - self.cut)
        self.cut = plain.count
        return left

    def _count(self, more: int) -> None:
        self.scan.valued += more
        if self.scan.valued > limits.VALUED_CELLS:
            raise Unreadable(Issue.of("too-many-cells", sheet=self.sheet, limit=limits.VALUED_CELLS))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth - len(self.ends) > limits.XML_DEPTH:
            raise too_deep(self.sheet)
        kind = self.kinds.get(name)
        if kind == 3:
            if not self.counted:
                self._value()
            if self.formula or self.cell.get("t") == "e":
                self.special = True
                self.text = []
                self.parser.CharacterDataHandler = self.text.append
        elif kind == 2:
            if self.special:
                self._close()
            if "r" not in attributes:
                self._next()
            self.cell = attributes
            self.counted = False
        elif kind:
            self._other(kind, attributes)
        elif kind is None:
            self.kinds[name] = _KINDS.get(name.rpartition(":")[2], 0)
            self.depth -= 1
            self._start(name, attributes)
        elif self.special:
            self.parser.CharacterDataHandler = None

    def _next(self) -> None:
        """Moves to the cell after the one before, for a cell without an address."""
        if self.plain is not None:
            raise _UnaddressedError
        reference = self.cell.get("r")
        if reference is not None and not self.counted:
            self._at(reference)
        self.column += 1

    def _other(self, kind: int, attributes: dict[str, str]) -> None:
        if kind == 1:
            if self.special:
                self._close()
            self._row(attributes.get("r"))
            if attributes.get("hidden") in _TRUE:
                self.scan.hidden_rows.add(self.row - 1)
        elif kind == 6:
            if attributes.get("hidden") in _TRUE:
                first, last = (self._number(attributes.get(name, "")) for name in ("min", "max"))
                self.scan.hidden_columns.update(range(first - 1, min(last, limits.COLUMNS)))
        elif kind == 4:
            self.formula = self.special = True
            if not self.counted:
                self._value()
        elif not self.counted:
            self._value()

    def _row(self, number: str | None) -> None:
        self.row = self.row + 1 if number is None else self._number(number)
        self.row_text = str(self.row)
        self.column = -1
        self.cell = {}
        self.counted = True

    def _value(self) -> None:
        self.counted = True
        self._count(1)
        reference = self.cell.get("r")
        if reference is not None:
            self._at(reference)
        if self.row > self.last_row or self.column > self.last_column:
            self._grow(reference or f"baris {self.row}", self.row, self.column)
        if self.row < 1:
            self._far(reference or f"baris {self.row}")
        if self.padded_styles and self.cell.get("t", "n") == "n":
            digits = self.padded_styles.get(self.cell.get("s", ""))
            if digits:
                self.scan.padded[self.row - 1, self.column] = digits

    def _grow(self, reference: str, row: int, column: int) -> None:
        self.last_row, self.last_column = max(row, self.last_row), max(column, self.last_column)
        far = self.last_row > limits.ROWS or self.last_column >= limits.COLUMNS
        if far or self.last_row * (self.last_column + 1) > limits.AREA_CELLS:
            self._far(reference)

    def _at(self, reference: str) -> None:
        letters = reference[: -len(self.row_text)]
        if not reference.endswith(self.row_text) or letters not in self.columns:
            letters = self._place(reference)
        self.column = self.columns[letters]

    def _place(self, reference: str) -> str:
        """Reads an address that is new or in another row than its row element says."""
        letters = reference.rstrip("0123456789")
        row = reference[len(letters) :]
        if not (row and len(letters) <= 2 and letters.isascii() and letters.isalpha()):
            self._far(reference)
        self.row, self.row_text = self._number(row), row
        self.columns[letters] = column_number(letters.upper())
        return letters

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= 7):
            self._far(text)
        return int(text)

    def _far(self, reference: str) -> NoReturn:
        raise Unreadable(Issue.of("far-cell", sheet=self.sheet, cell=reference, raw=reference))

    def _close(self) -> None:
        """Ends a cell that is an error or a formula."""
        self.parser.CharacterDataHandler = None
        text = "".join(self.text).strip()
        self.text = []
        place = (self.row - 1, self.column)
        if self.cell.get("t") == "e":
            self.scan.errors[place] = text or "#ERROR"
        elif self.formula and not text and self.cell.get("t") != "str":
            self.scan.uncomputed.add(place)
        self.formula = self.special = False
