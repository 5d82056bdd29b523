"""Which sheet is of which format."""

from budget.issue import Issue
from budget.reference import Reference
from budget.unreadable import Unreadable
from loaders.formats.format import Format
from loaders.formats.known_layout import KnownLayout
from loaders.formats.registry import FORMATS
from loaders.sheet import Sheet


def detect(sheets: tuple[Sheet, ...], reference: Reference) -> tuple[Format, tuple[Sheet, ...], tuple[Issue, ...]]:
    """Finds the format of an upload and the sheets that have it.

    Args:
        sheets: All tabs.
        reference: Layouts that were explained once are in it.

    Returns:
        The format, its sheets, and an issue for every other tab that holds something and for whatever the file
        hides. Hidden sheets count only where no visible one is recognised: they are old figures more often than not.

    Raises:
        Unreadable: No sheet has a known format, or two sheets have different ones.
    """
    forms: tuple[Format, ...] = (KnownLayout(reference.layouts), *FORMATS)
    every = [
        (sheet, form)
        for sheet in sheets
        if (form := next((form for form in forms if form.recognises(sheet)), None)) is not None
    ]
    recognised = [pair for pair in every if not pair[0].hidden] or every
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
    known = {id(sheet) for sheet, _ in every}
    notices = [issue for sheet in sheets for issue in sheet.issues if issue.sheet is None or sheet in kept]
    notices += [
        Issue.of(_code(sheet, sheet in kept, id(sheet) in known), sheet=sheet.name)
        for sheet in sheets
        if sheet.rows and (sheet.hidden or sheet not in kept)
    ]
    return form, kept, tuple(notices)


def _code(sheet: Sheet, kept: bool, known: bool) -> str:
    if kept:
        return "sheet-hidden-read"
    if sheet.hidden:
        return "sheet-hidden-left" if known else "sheet-hidden"
    return "sheet-ignored"
