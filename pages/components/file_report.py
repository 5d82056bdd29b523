"""All about one file that was read."""

from pages.components.ask_public import ask_public
from pages.components.explain_layout import explain_layout
from pages.components.html import html
from pages.components.report_downloads import report_downloads
from pages.components.said import Said
from pages.components.show_preview import show_preview
from store.signed_in import SignedIn
from views.read_file import ReadFile
from views.verdict import Verdict

_EXPLAINED = frozenset({"format-not-recognised", "column-claimed-twice", "heading-ambiguous"})
"""Issues that a person answers by saying what the columns are."""


def file_report(file: ReadFile, verdict: Verdict, person: SignedIn, *, key: str, alone: bool) -> Said:
    """Draws the report, what would change, and the questions to be answered before handing in.

    Args:
        file: What was read.
        verdict: Whether it can be handed in.
        person: Who is signed in.
        key: Tells its widgets from those of other files.
        alone: It is the only one, so an unknown layout can be explained here.

    Returns:
        What the public is to be told.
    """
    if file.draft is None or file.preview is None:
        html("unreadable.html", issue=file.issue, name=file.upload.name)
        if alone and file.issue is not None and file.issue.code in _EXPLAINED:
            explain_layout(file.upload, person)
        return Said()
    report = file.draft.report
    if verdict.issue is not None:
        html("unreadable.html", issue=verdict.issue, name=file.upload.name)
    html("report.html", report=report, name=file.upload.name)
    issues = report.issues if verdict.issue is None else (verdict.issue, *report.issues)
    report_downloads(file.upload, issues, key=key)
    if alone and report.format != "rpd" and any(one.code in _EXPLAINED for one in report.issues):
        explain_layout(file.upload, person)
    show_preview(file.preview, name=file.upload.name.rpartition(".")[0], key=key)
    if not verdict.can:
        html("verdict.html", words=verdict.words)
        return Said()
    return ask_public(report, replaces=file.preview.replaces, key=key)
