"""What somebody handed in before."""

import streamlit as st

from budget.issue import Issue
from budget.slice import Slice
from pages.components.html import html
from pages.components.literal import literal
from pages.components.report_downloads import report_downloads
from store.find_draft import find_draft
from store.open_database import open_database
from store.signed_in import SignedIn
from store.submission import RETURNED, Submission
from store.submissions import own_submissions


def own_list(person: SignedIn) -> None:
    """Lists what the person handed in, and what became of it; what was returned comes with its marked workbook."""
    found = own_submissions(open_database(), person)
    if not found:
        return
    html("own_title.html")
    for one in found:
        if one.state == RETURNED:
            _returned(one, person)
    html("own_submissions.html", rows=[(one, [Slice.of_key(key) for key in one.slices]) for one in found])


def _returned(one: Submission, person: SignedIn) -> None:
    words = f"Pengajuan {one.number} dikembalikan: {literal(one.decision or '')}"
    with st.expander(words, key=f"own-{one.number}", on_change="rerun") as part:
        if not part.open:
            return
        draft = find_draft(open_database(), one.number, person)
        if draft is None:
            html("refusal.html", message=f"Berkas pengajuan {one.number} bukan lagi kewenangan akun Anda.")
            return
        why = Issue.of("returned-by-reviewer", by=one.decided_by, raw=one.decision)
        html("unreadable.html", issue=why, name=one.berkas)
        report_downloads(draft.upload, (why, *draft.report.issues), key=f"own-{one.number}")
