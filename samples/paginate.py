"""The rows of a table in the order in which they are printed, with page breaks."""

import textwrap

from samples.outline import Outline
from samples.printed_row import PrintedRow
from samples.row_kinds import ROW_KINDS

_FOOTNOTE = (
    "*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA atau POK. "
    "Lock pagu akan hilang setelah usulan revisi DIPA/POK selesai menjadi DIPA."
)
_PAGE = 410
_FIRST_PAGE = 390
_HEIGHTS = (15, 15, 18, 27, 36, 45)


def paginate(outline: Outline) -> list[PrintedRow]:
    """Breaks a table into pages as JasperReports does.

    Each page ends in a footnote. A row whose description still fits in part is cut: the rest of its description
    follows on the next page in a row of the same code.

    Args:
        outline: The lines and headings.

    Returns:
        The rows from the one below the grand total to the last footnote.
    """
    printed: list[PrintedRow] = []
    left = _FIRST_PAGE
    footnote = PrintedRow(-1, _FOOTNOTE, 12, False)
    for index, row in enumerate(outline.rows):
        text = row.uraian
        lines = textwrap.wrap(text, ROW_KINDS[row.level].line)
        height = _HEIGHTS[len(lines)]
        repeated = False
        if left < height:
            if left >= _HEIGHTS[1] and len(lines) > 1:
                printed.append(PrintedRow(index, f"{lines[0]} ", _HEIGHTS[1], False))
                text, height, repeated = " ".join(lines[1:]), _HEIGHTS[len(lines) - 1], True
            printed.append(footnote)
            left = _PAGE
        printed.append(PrintedRow(index, text, height, repeated))
        left -= height
    printed.append(footnote)
    return printed
