"""One walk over the XML of a sheet part."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import column_letters, column_number
from loaders.scan_plain_cells import PlainCells
from loaders.scan_xml import feed, new_parser, too_deep
from loaders.sheet_scan import SheetScan
from loaders.unaddressed_error import UnaddressedError

_KINDS = {"row": 1, "c": 2, "v": 3, "f": 4, "is": 5, "col": 6}
_TRUE = {"1", "true"}


class SheetScanner:
    """Takes the elements of one sheet part; holds little per cell and does little for blanks."""

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
        self.row = self.row_before = 0
        self.row_text = ""
        self.last_row = self.last_column = 0
        self.column = -1
        self.cut = 0
        self.depth = 0
        self.ends: list[str] = []
        self.text: list[str] = []

    def run(self, pieces: Iterable[bytes]) -> SheetScan:
        """Scans the part.

        Args:
            pieces: The XML of the sheet.

        Raises:
            UnaddressedError: Plain cells were cut, and one that was not has no address.
            Unreadable: As `loaders.scan_sheet`.
        """
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
            raise UnaddressedError
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
        if self.row <= self.row_before:
            raise Unreadable(Issue.of("xml-damaged", sheet=self.sheet))
        self.row_before = self.row
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
