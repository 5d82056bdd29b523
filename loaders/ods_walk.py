"""One walk over the XML of an OpenDocument spreadsheet."""

import re
from datetime import datetime

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.plain_number import plain_number
from loaders.sheet import Cell
from loaders.sheet_builder import SheetBuilder

_PREFIX = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (f"{_PREFIX}{name}:1.0 " for name in ("office", "table", "text", "style"))
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_LEFT_OUT = {
    f"{_OFFICE}annotation",
    f"{_TABLE}tracked-changes",
    f"{_TABLE}shapes",
    f"{_TABLE}dde-links",
    f"{_TABLE}named-expressions",
}
_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!)|Err:\d+")
_AWAY = {"collapse", "filter"}
Value = tuple[int, int, Cell, str | None]


class OdsWalk:
    """Takes the elements of `content.xml` and fills a builder per table.

    Attributes:
        spreadsheet: True when the document is a spreadsheet.
        linked: True when a formula takes from another file.
        tables: The tables found.
    """

    def __init__(self) -> None:
        self.spreadsheet = False
        self.linked = False
        self.tables: list[SheetBuilder] = []
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._nested = 0
        self._left_out = 0
        self._row = self._column = self._place = 0
        self._repeated = 1
        self._cell: dict[str, str] | None = None
        self._values: list[Value] = []
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name == f"{_TABLE}table":
            self._table(attributes)
        elif self._nested == 1:
            self._inside(name, attributes)
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties" and attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)
        elif name == f"{_OFFICE}spreadsheet":
            self.spreadsheet = True

    def end(self, name: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
        elif name == f"{_TABLE}table":
            self._nested -= 1
        elif self._nested == 1 and name in _CELLS:
            self._close_cell()
        elif self._nested == 1 and name == f"{_TABLE}table-row":
            self._close_row()

    def text(self, data: str) -> None:
        """Characters, which count inside a paragraph of a cell only."""
        if self._paragraphs and self._cell is not None and not self._left_out:
            self._length += len(data)
            if self._length > limits.CELL_CHARACTERS:
                self.tables[-1].put(self._row, self._column, "x" * self._length)
            self._pieces.append(data)

    def _table(self, attributes: dict[str, str]) -> None:
        self._nested += 1
        if self._nested != 1 or not self.spreadsheet:
            return
        table = SheetBuilder(attributes.get(f"{_TABLE}name", ""))
        table.hidden = attributes.get(f"{_TABLE}style-name") in self._hidden_styles
        self.tables.append(table)
        if len(self.tables) > limits.SHEETS:
            raise Unreadable(Issue.of("too-many-sheets", count=len(self.tables), limit=limits.SHEETS))
        self._row = self._place = 0

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        if not self.tables:
            return
        if name in _CELLS:
            self._cell = attributes
            self._pieces, self._length, self._paragraphs = [], 0, 0
        elif name == f"{_TABLE}table-row":
            self._column, self._values = 0, []
            self._repeated = _count(attributes.get(f"{_TABLE}number-rows-repeated"))
            if attributes.get(f"{_TABLE}visibility") in _AWAY:
                self.tables[-1].hidden_rows.update(range(self._row, min(self._row + self._repeated, limits.ROWS)))
        elif name == f"{_TABLE}table-column":
            repeated = _count(attributes.get(f"{_TABLE}number-columns-repeated"))
            if attributes.get(f"{_TABLE}visibility") in _AWAY:
                self.tables[-1].hidden_columns.update(range(self._place, min(self._place + repeated, limits.COLUMNS)))
            self._place += repeated
        elif name == f"{_TEXT}p" and self._cell is not None:
            self._paragraphs += 1
            if self._paragraphs > 1:
                self.text("\n")
        elif name == f"{_TEXT}s":
            self.text(" " * min(_count(attributes.get(f"{_TEXT}c")), limits.CELL_CHARACTERS + 1))
        elif name in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            self.text("\t" if name.endswith("tab") else "\n")

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        repeated = _count(self._cell.get(f"{_TABLE}number-columns-repeated"))
        value, fault = self._value(self._cell, "".join(self._pieces))
        if value is not None or fault is not None:
            self._values.append((self._column, repeated, value, fault))
        self._column += repeated
        self._cell = None

    def _close_row(self) -> None:
        if not self.tables:
            return
        table = self.tables[-1]
        if self._values:
            last, repeated, _, _ = self._values[-1]
            if last + repeated > limits.COLUMNS or self._row + self._repeated > limits.ROWS:
                table.far(self._row + self._repeated - 1, last + repeated - 1)
            for row in range(self._row, self._row + self._repeated):
                for column, count, value, fault in self._values:
                    for place in range(column, column + count):
                        table.put(row, place, value, fault)
        self._row += self._repeated

    def _value(self, cell: dict[str, str], shown: str) -> tuple[Cell, str | None]:
        kind = cell.get(f"{_OFFICE}value-type", "")
        formula = cell.get(f"{_TABLE}formula")
        if formula is not None and "file://" in formula:
            self.linked = True
        error = cell.get(f"{_CALC}value-type") == "error" or _ERROR.fullmatch(shown.strip())
        if error and (formula is not None or kind != "string"):
            return shown or "#ERROR", shown.strip() or "#ERROR"
        if formula is not None and not kind:
            return None, ""
        return _typed(kind, cell, shown), None


def _typed(kind: str, cell: dict[str, str], shown: str) -> Cell:
    if kind in {"float", "percentage", "currency"}:
        return _number(cell.get(f"{_OFFICE}value", ""), shown)
    if kind == "date":
        raw = cell.get(f"{_OFFICE}date-value", "")
        try:
            return datetime.fromisoformat(raw).replace(tzinfo=None)
        except ValueError:
            return shown or raw or None
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return shown or cell.get(f"{_OFFICE}string-value") or None


def _number(raw: str, shown: str) -> Cell:
    """A number; as text where it is shown with leading zeros, or is none."""
    number = plain_number(raw)
    if number is None:
        return shown or raw or None
    bare = shown.strip()
    leading = len(bare) > 1 and bare.startswith("0") and bare.isascii() and bare.isdigit()
    return bare if leading and int(bare) == number else number


def _count(raw: str | None) -> int:
    """How often something is repeated; what is no count is 1, what is absurd is cut to more than any limit."""
    return max(1, int(raw[:10])) if raw is not None and raw.isascii() and raw.isdigit() else 1
