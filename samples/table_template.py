"""The table of an export in XML, with gaps for its amounts."""

from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from samples.grid import Grid
from samples.inline_string import inline_string
from samples.merged_ranges import merged_ranges
from samples.outline import Outline
from samples.paginate import paginate
from samples.printed_row import PrintedRow
from samples.row_cells import row_cells
from samples.row_kinds import ROW_KINDS

_BLANK = 2
_NOTE = 26
_LETTERED_RO = 27
_FIRST_ROW = 10
_PAGU, _LOCK, _LALU, _INI, _SD, _PERCENT, _SISA = "P:Q", "R:U", "V:V", "W:X", "Y:AA", "AB:AC", "AD:AH"


class TableTemplate(NamedTuple):
    """The table of an export in XML, with gaps for its amounts.

    Attributes:
        rows: XML of the rows from 10 on; one `%s` per amount.
        merges: XML of their merged ranges.
        printed: The rows in the order of the sheet, for filling the gaps.
        pages: Number of pages.
    """

    rows: str
    merges: str
    printed: tuple[PrintedRow, ...]
    pages: int

    @classmethod
    @lru_cache(maxsize=128)
    def of(cls, outline: Outline, grid: Grid) -> "TableTemplate":
        """Builds the template of an outline; the months of a unit share it."""
        printed = tuple(paginate(outline))
        rows: list[str] = []
        merges: list[str] = []
        for number, row in enumerate(printed, _FIRST_ROW):
            level = -1 if row.row < 0 else outline.rows[row.row].level
            code = "" if level < 0 else outline.rows[row.row].code
            xml, merge = _row(number, level, row.repeated, level == 3 and not code[4:].isdigit(), grid)
            text = escape(row.text).replace("%", "%%")
            if level < 0:
                texts: tuple[object, ...] = (row.height, text)
            elif ROW_KINDS[level].code is None:
                texts = (row.height, f"{code}. {text}")
            else:
                texts = (row.height, code, text)
            rows.append(xml % texts)
            merges.append(merge)
        return cls("".join(rows), "".join(merges), printed, sum(row.row < 0 for row in printed))


@lru_cache(maxsize=8192)
def _row(number: int, level: int, repeated: bool, lettered: bool, grid: Grid) -> tuple[str, str]:
    styles = [_BLANK] * len(grid.letters)
    filled: dict[int, str] = {}

    def put(span: str, style: int, content: str) -> None:
        first, last = grid.span(span)
        styles[first : last + 1] = [style] * (last + 1 - first)
        filled[first] = content

    if level < 0:
        put("B:AE", _NOTE, inline_string("%s"))
        spans = ["B:AE"]
    else:
        kind = ROW_KINDS[level]
        spans = [kind.text, _PAGU, _LOCK, *([] if repeated else [_INI]), _SD, _PERCENT, _SISA]
        if kind.code:
            put(kind.code, _LETTERED_RO if lettered else kind.text_style, inline_string("%s"))
            spans.insert(0, kind.code)
        put(kind.text, kind.text_style, inline_string("%s"))
        for span in (_PAGU, _LOCK, _SD, _SISA):
            put(span, kind.number_style, "<v>%%s</v>")
        if not repeated:
            put(_LALU, kind.middle_style, "<v>%%s</v>")
            put(_INI, kind.middle_style, "<v>%%s</v>")
        put(_PERCENT, kind.percent_style, "<v>%%s</v>")
    xml = f'<row r="{number}" customHeight="1" ht="%s">{row_cells(number, styles, filled, grid)}</row>\n'
    return xml, merged_ranges(number, spans, grid)
