"""Web pages with a table, which often go by the name of `.xls`."""

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.html_walk import HtmlWalk
from loaders.sheet import Sheet
from loaders.text_pieces import text_pieces


def read_html(text: str) -> tuple[Sheet, ...]:
    """Reads a web page as a spreadsheet program lays it out: tables and the lines between them, one below the other.

    Nothing is fetched and no script is looked at. Merged cells are never laid out, only stepped over.

    Args:
        text: The text of the file.

    Returns:
        One sheet named `html`.

    Raises:
        Unreadable: The page has no table with a value, or is too much.
    """
    walk = HtmlWalk()
    for piece in text_pieces(text):
        walk.feed(piece)
        if walk.pending > (limits.SCRIPT_CHARACTERS if walk.cdata_elem else limits.TAG_CHARACTERS):
            raise Unreadable(Issue.of("html-damaged", sheet=walk.sheet.name))
    walk.close()
    if not walk.cells:
        raise Unreadable(Issue.of("html-without-table"))
    return (walk.sheet.build(),)
