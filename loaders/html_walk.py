"""One walk over a web page."""

import re
from html.parser import HTMLParser

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.html_table import HtmlTable
from loaders.plain_number import plain_number
from loaders.sheet import Cell
from loaders.sheet_builder import SheetBuilder

_SPACE = re.compile(r"[ \t\r\n\f]+")
_AWAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SILENT = {"script", "style", "title", "template", "xml", "noscript", "object"}
_BLOCKS = {"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "pre", "hr"}
_ROWS_SPANNED = 65_534
Attributes = list[tuple[str, str | None]]


class HtmlWalk(HTMLParser):
    """Takes the tags of a page and fills one sheet.

    Attributes:
        sheet: The sheet.
        cells: Count of table cells with a value.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = SheetBuilder("html")
        self.cells = 0
        self._row = 0
        self._tables: list[HtmlTable] = []
        self._line: list[str] = []
        self._line_length = 0
        self._silent: list[str] = []
        self._steps = 0

    @property
    def pending(self) -> int:
        """Characters of a tag or comment that is not complete yet."""
        return len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """A tag opens."""
        if self._silent or tag in _SILENT:
            if tag in _SILENT:
                self._silent.append(tag)
                if len(self._silent) > limits.XML_DEPTH:
                    self._silent.pop()
        elif tag == "table":
            self._open_table()
        elif not self._tables:
            if tag in _BLOCKS:
                self._end_line()
        elif tag == "tr":
            self._open_row(dict(attrs))
        elif tag in {"td", "th"}:
            self._open_cell(dict(attrs))
        elif tag in _BLOCKS:
            self._add(self._tables[-1], " ")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """A tag that closes itself; `<td/>` is a cell all the same, `<script/>` is nothing."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if self._silent:
            if tag in self._silent:
                del self._silent[self._silent.index(tag) :]
        elif not self._tables:
            if tag in _BLOCKS:
                self._end_line()
        elif tag == "table":
            self._close_table()
        elif tag in {"td", "th", "tr"}:
            self._close_cell(self._tables[-1])

    def handle_data(self, data: str) -> None:
        """Characters."""
        if self._silent:
            return
        if self._tables:
            self._add(self._tables[-1], data)
        else:
            self._line_length += len(data)
            self._check_length(self._line_length, self._row, 0)
            self._line.append(data)

    def close(self) -> None:
        """The page ends, whatever is still open."""
        super().close()
        while self._tables:
            self._close_table()
        self._end_line()

    def _open_table(self) -> None:
        if not self._tables:
            self._end_line()
            self._tables.append(HtmlTable(self._row - 1, 0, self._row - 1))
            return
        if len(self._tables) >= limits.TABLES_DEPTH:
            raise Unreadable(Issue.of("xml-too-deep", sheet=self.sheet.name, limit=limits.TABLES_DEPTH))
        outer = self._tables[-1]
        row, column = outer.cell or (outer.last + 1, outer.left)
        if "".join(outer.text).strip():
            row += 1
        self._tables.append(HtmlTable(row - 1, column, row - 1))

    def _open_row(self, attributes: dict[str, str | None]) -> None:
        table = self._tables[-1]
        self._close_cell(table)
        table.row = table.last = table.last + 1
        table.column = table.left
        if _AWAY.search(attributes.get("style") or ""):
            self.sheet.hidden_rows.add(table.row)

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        table = self._tables[-1]
        self._close_cell(table)
        if table.row < max(table.last, 0) or table.row < 0:
            table.row = table.last = max(table.last, 0)
        while table.covered.get(table.column, -1) >= table.row:
            table.column += 1
            self._step(1)
        across, down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        if table.column + across > limits.COLUMNS:
            self.sheet.far(table.row, table.column + across - 1)
        if down > 1:
            self._step(across)
            last = table.row + min(down, _ROWS_SPANNED) - 1
            table.covered.update(dict.fromkeys(range(table.column, table.column + across), last))
        table.cell = (table.row, table.column)
        table.number = attributes.get("x:num")
        table.formula = "x:fmla" in attributes
        table.text, table.length = [], 0
        table.column += across
        table.right = max(table.right, table.column)

    def _close_cell(self, table: HtmlTable) -> None:
        if table.cell is None:
            return
        value = _value(_SPACE.sub(" ", "".join(table.text)).strip(" \u00a0"), table.number)
        if value is not None:
            self.sheet.put(*table.cell, value)
            table.last = max(table.last, table.cell[0])
            self.cells += 1
        elif table.formula:
            self.sheet.put(*table.cell, None, "")
        table.cell, table.text, table.length = None, [], 0

    def _close_table(self) -> None:
        table = self._tables.pop()
        self._close_cell(table)
        if not self._tables:
            self._row = table.last + 1
            return
        outer = self._tables[-1]
        column = outer.left if outer.cell is None else outer.cell[1]
        self._close_cell(outer)
        outer.last = max(outer.last, table.last)
        outer.cell, outer.number, outer.formula = (outer.last + 1, column), None, False
        outer.column = outer.right = max(outer.column, outer.right, table.right)

    def _end_line(self) -> None:
        text = _SPACE.sub(" ", "".join(self._line)).strip(" \u00a0")
        self._line, self._line_length = [], 0
        if text:
            self.sheet.put(self._row, 0, text)
            self._row += 1

    def _add(self, table: HtmlTable, data: str) -> None:
        if table.cell is not None:
            table.length += len(data)
            self._check_length(table.length, *table.cell)
            table.text.append(data)

    def _check_length(self, length: int, row: int, column: int) -> None:
        if length > limits.CELL_CHARACTERS:
            self.sheet.put(row, column, "x" * length)

    def _step(self, count: int) -> None:
        """Counts cells that are only stepped over: they cost time, too."""
        self._steps += count
        if self._steps > limits.VALUED_CELLS:
            raise Unreadable(Issue.of("too-many-cells", sheet=self.sheet.name, limit=limits.VALUED_CELLS))


def _value(text: str, number: str | None) -> Cell:
    exact = plain_number(number) if number else None  # an empty one means the text, in any way of writing numbers
    return exact if exact is not None else text or None


def _span(raw: str | None) -> int:
    text = (raw or "").strip()
    return max(1, int(text[:7])) if text.isascii() and text.isdigit() else 1
