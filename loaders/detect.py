"""Which sheet is of which format."""

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders.formats.format import Format
from loaders.formats.registry import FORMATS
from loaders.sheet import Sheet


def detect(sheets: tuple[Sheet, ...]) -> tuple[Format, tuple[Sheet, ...], tuple[Issue, ...]]:
    """Finds the format of an upload and the sheets that have it.

    Args:
        sheets: All tabs.

    Returns:
        The format, its visible sheets, and an issue for every other tab that holds something.

    Raises:
        Unreadable: No visible sheet has a known format, or two sheets have different ones.
    """
    recognised = [
        (sheet, form)
        for sheet in sheets
        if not sheet.hidden and (form := next((form for form in FORMATS if form.recognises(sheet)), None))
    ]
    if not recognised:
        names = ", ".join(sheet.name.strip() for sheet in sheets[:5])
        if not any(sheet.rows for sheet in sheets):
            raise Unreadable(Issue.of("empty-sheets", raw=names))
        raise Unreadable(Issue.of("format-not-recognised", raw=names))
    form = recognised[0][1]
    for sheet, other in recognised:
        if other is not form:
            raise Unreadable(Issue.of("formats-mixed", sheet=sheet.name, raw=other.name, expected=form.name))
    kept = tuple(sheet for sheet, _ in recognised)
    ignored = tuple(
        Issue.of("sheet-hidden" if sheet.hidden else "sheet-ignored", sheet=sheet.name)
        for sheet in sheets
        if sheet.rows and sheet not in kept
    )
    return form, kept, ignored
