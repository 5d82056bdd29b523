"""A streaming look at one sheet part of a workbook."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import IO, NoReturn
from xml.parsers import expat

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.address import column_number
from loaders.scan_xml import new_parser

_KINDS = {"row": 1, "c": 2, "v": 3, "f": 4, "is": 5}


@dataclass
class SheetScan:
    """What a sheet part holds that a parser would hide or choke on.

    Attributes:
        valued: Cells having a value.
        errors: Error cells (`t="e"`) by zero-based (row, column), with the text shown.
        uncomputed: Formulas without a cached value, zero-based (row, column).
        padded: True when a number is shown with leading zeros (`051` stored as 51).
    """

    valued: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    padded: bool = False

    @property
    def plain(self) -> bool:
        """True when nothing is there that python-calamine would hide."""
        return not (self.errors or self.uncomputed or self.padded)


def scan_sheet(part: IO[bytes], sheet: str, padded_styles: AbstractSet[str]) -> SheetScan:
    """Scans one sheet part without building a tree.

    Args:
        part: The XML of the sheet, read in pieces.
        sheet: Name of the sheet, for issues.
        padded_styles: Indices of cell styles whose number format pads with zeros.

    Raises:
        Unreadable: A DOCTYPE, damaged XML, too many cells or rows, a cell far away, nesting too deep.
    """
    return _Scanner(sheet, padded_styles).run(part)


class _Scanner:
    """Holds little per cell and does nothing for blanks: they are three quarters of an original."""

    def __init__(self, sheet: str, padded_styles: AbstractSet[str]) -> None:
        self.sheet = sheet
        self.padded_styles = padded_styles
        self.scan = SheetScan()
        self.kinds = dict(_KINDS)
        self.columns: dict[str, int] = {}
        self.cell: dict[str, str] = {}
        self.counted = True
        self.formula = False
        self.special = False
        self.row = 0
        self.row_text = ""
        self.column = -1
        self.text: list[str] = []

    def run(self, part: IO[bytes]) -> SheetScan:
        self.parser = new_parser(self.sheet)
        self.parser.StartElementHandler = self._start
        try:
            while piece := part.read(1 << 16):
                self.parser.Parse(piece, False)
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Unreadable(Issue.of("xml-damaged", sheet=self.sheet)) from error
        if self.special:
            self._close()
        return self.scan

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = self.kinds.get(name)
        if kind == 2:
            if self.special:
                self._close()
            self.cell = attributes
            self.counted = False
            self.column += 1
        elif kind:
            self._other(kind, attributes)
        elif kind is None:
            self.kinds[name] = _KINDS.get(name.rpartition(":")[2], 0)
            self._start(name, attributes)

    def _other(self, kind: int, attributes: dict[str, str]) -> None:
        if kind == 1:
            if self.special:
                self._close()
            self._row(attributes.get("r"))
        elif kind == 4:
            self.formula = self.special = True
            if not self.counted:
                self._value()
        else:
            if not self.counted:
                self._value()
            if kind == 3 and (self.formula or self.cell.get("t") == "e"):
                self.special = True
                self.text = []
                self.parser.CharacterDataHandler = self.text.append

    def _row(self, number: str | None) -> None:
        self.row = self.row + 1 if number is None else self._number(number)
        self.row_text = str(self.row)
        self.column = -1

    def _value(self) -> None:
        self.counted = True
        scan = self.scan
        scan.valued += 1
        reference = self.cell.get("r")
        if reference is not None:
            letters = reference[: -len(self.row_text)]
            if not reference.endswith(self.row_text) or letters not in self.columns:
                letters = self._place(reference)
            self.column = self.columns[letters]
        if self.row > limits.ROWS or self.column >= limits.COLUMNS or self.row < 1:
            self._far(reference or f"baris {self.row}")
        if scan.valued > limits.VALUED_CELLS:
            raise Unreadable(Issue.of("too-many-cells", sheet=self.sheet, limit=limits.VALUED_CELLS))
        if self.padded_styles and self.cell.get("s") in self.padded_styles and self.cell.get("t", "n") == "n":
            scan.padded = True

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
