"""XML Spreadsheet 2003, which often goes by the name of `.xls`."""

import re
from datetime import datetime

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.padded import padded
from loaders.plain_number import plain_number
from loaders.scan_xml import new_parser, walk_xml
from loaders.sheet import Cell, Sheet
from loaders.sheet_builder import SheetBuilder
from loaders.text_pieces import text_pieces

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet "
_PADDED = re.compile(r"0{2,}")
_PART = "XML"


def read_spreadsheetml(text: str) -> tuple[Sheet, ...]:
    """Reads every worksheet in one walk: indexed and merged cells, types, hidden rows, columns and sheets.

    Args:
        text: The text of the file.

    Raises:
        Unreadable: The XML is damaged or has a DOCTYPE, or holds no worksheet, or too much.
    """
    walk = _Walk()
    parser = new_parser(_PART, namespaces=True)
    parser.XmlDeclHandler = None  # the text is decoded already
    parser.CharacterDataHandler = walk.text
    walk_xml(parser, text_pieces(text), _PART, walk.start, walk.end)
    if not walk.sheets:
        raise Unreadable(Issue.of("no-sheets"))
    return tuple(sheet.build() for sheet in walk.sheets)


class _Walk:
    def __init__(self) -> None:
        self.sheets: list[SheetBuilder] = []
        self.styles: dict[str, int] = {}
        self.style = ""
        self.row = self.column = self.place = -1
        self.cell: dict[str, str] | None = None
        self.kind: str | None = None
        self.comment = 0
        self.visible = False
        self.pieces: list[str] = []
        self.length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.comment or local == "Comment":
            self.comment += 1
            return
        self.visible = local == "Visible" and bool(self.sheets)
        if f"{space} " != _SPREADSHEET:
            return
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if local == "Style":
            self.style = given.get("ID", "")
        elif local == "NumberFormat" and _PADDED.fullmatch(given.get("Format", "")):
            self.styles[self.style] = len(given["Format"])
        elif local == "Worksheet":
            self.sheets.append(SheetBuilder(given.get("Name", "")))
            self.row = self.column = self.place = -1
            if len(self.sheets) > limits.SHEETS:
                raise Unreadable(Issue.of("too-many-sheets", count=len(self.sheets), limit=limits.SHEETS))
        elif self.sheets:
            self._inside(local, given)

    def _inside(self, local: str, given: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        if local == "Column":
            self.place = self._index(given, self.place)
            span = self._number(given.get("Span", "0"))
            if given.get("Hidden") == "1":
                sheet.hidden_columns.update(range(self.place, min(self.place + span + 1, limits.COLUMNS)))
            self.place += span
        elif local == "Row":
            self.row = self._index(given, self.row)
            self.column = -1
            span = self._number(given.get("Span", "0"))
            if given.get("Hidden") == "1":
                sheet.hidden_rows.update(range(self.row, min(self.row + span + 1, limits.ROWS)))
            self.row += span
        elif local == "Cell":
            self.column = self._index(given, self.column)
            self.cell = given
            self.kind, self.pieces, self.length = None, [], 0
        elif local == "Data" and self.cell is not None:
            self.kind = given.get("Type", "String")

    def end(self, name: str) -> None:
        if self.comment:
            self.comment -= 1
        elif name == f"{_SPREADSHEET}Cell" and self.cell is not None:
            self._close(self.cell)
            self.column += self._number(self.cell.get("MergeAcross", "0"))
            self.cell = None
        self.visible = False

    def text(self, data: str) -> None:
        if self.visible:
            self.sheets[-1].hidden = self.sheets[-1].hidden or data.strip() in {"SheetHidden", "SheetVeryHidden"}
        elif self.kind is not None and self.cell is not None and not self.comment:
            self.length += len(data)
            if self.length > limits.CELL_CHARACTERS:
                self.sheets[-1].put(self.row, self.column, "x" * self.length)
            self.pieces.append(data)

    def _close(self, cell: dict[str, str]) -> None:
        text = "".join(self.pieces)
        if self.kind == "Error":
            self.sheets[-1].put(self.row, self.column, text or "#ERROR", text or "#ERROR")
        elif "Formula" in cell and (self.kind is None or (not text and self.kind != "String")):
            self.sheets[-1].put(self.row, self.column, None, "")
        elif text:
            value = _typed(self.kind or "", text)
            digits = self.styles.get(cell.get("StyleID", ""), 0)
            self.sheets[-1].put(self.row, self.column, padded(value, digits) if digits else value)

    def _index(self, given: dict[str, str], before: int) -> int:
        return self._number(given["Index"]) - 1 if "Index" in given else before + 1

    def _number(self, raw: str) -> int:
        if not (raw.isascii() and raw.isdigit() and len(raw) <= 7):
            raise Unreadable(Issue.of("far-cell", sheet=self.sheets[-1].name, raw=raw[:20]))
        return int(raw)


def _typed(kind: str, text: str) -> Cell:
    if kind == "Number":
        number = plain_number(text)
        return text if number is None else number
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            return text
    return text.strip() == "1" if kind == "Boolean" else text
