"""Unggah: take the export I have, tell me exactly what is wrong, publish it."""

from budget.plan_change import plan_changes
from budget.reference import Reference
from budget.slice_change import slice_changes
from pages.components.explain_layout import explain_layout
from pages.components.html import html
from pages.components.publish_button import publish_button
from pages.components.read_upload import read_upload
from pages.components.remembered import remembered
from pages.components.report_downloads import report_downloads
from pages.components.signed_in import signed_in
from pages.components.upload_form import upload_form
from store.open_database import open_database
from store.read_plans import read_plans
from views.frame import pages
from views.published import published

_EXPLAINED = frozenset({"format-not-recognised", "column-claimed-twice", "heading-ambiguous"})
"""Issues that a person answers by saying what the columns are."""


def unggah() -> None:
    """Draws the page, for staff only."""
    html("staff_top.html", pages=pages())
    person = signed_in()
    if person is None:
        html("sign_in_needed.html")
        return
    html("upload_title.html", name=person.name)
    chosen = upload_form()
    if chosen is None:
        remembered(person)
        return
    upload, declared = chosen
    draft, issue = read_upload(upload, declared)
    if issue is not None:
        html("unreadable.html", issue=issue, name=upload.name)
        if issue.code in _EXPLAINED:
            explain_layout(upload, person)
    if draft is None:
        return
    shown = published(open_database())
    plans = read_plans(open_database(), shown.release.number) if shown and not draft.plan.empty else None
    html("report.html", report=draft.report, name=upload.name)
    report_downloads(draft)
    if draft.report.format != "rpd" and any(one.code in _EXPLAINED for one in draft.report.issues):
        explain_layout(upload, person)
    names = {unit.kode_satker: unit.nama for unit in Reference.load().satker}
    changes = slice_changes(draft, shown.cube if shown else None)
    html("changes.html", changes=changes, plans=plan_changes(draft, plans), names=names)
    publish_button(draft, declared, person, base=shown.release.number if shown else 0)
