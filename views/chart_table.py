"""The table beside a chart."""

from collections.abc import Sequence

from views.render import render


def chart_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table that says what a chart shows, behind a summary that opens it.

    Args:
        caption: What the table is of, with date and basis.
        head: Headings of the columns.
        rows: Cells in words, as many as headings; the first heads its row.
    """
    return render("chart_table.html", table={"caption": caption, "head": head, "rows": rows})
