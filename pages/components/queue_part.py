"""What waits for review."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from budget.reasons import reasons
from budget.slice import Slice
from budget.slices_words import slices_words
from budget.wording.age import age
from pages.components.give_back_form import give_back_form
from pages.components.html import html
from pages.components.report_downloads import report_downloads
from pages.components.show_preview import show_preview
from store.change import BARU
from store.find_draft import find_draft
from store.open_database import open_database
from store.signed_in import SignedIn
from store.submission import Submission
from views.preview import Preview
from views.public_slices import public_slices
from views.published import Published


def queue_part(queue: Sequence[Submission], shown: Published | None, person: SignedIn, now: datetime) -> str | None:
    """Draws each submission with a box to choose it, and, once opened, what it would change and its report.

    Returns:
        What was decided in it, None for nothing.
    """
    said = None
    public = {one.key for one in public_slices(shown)} if shown else set()
    others = [one for one in queue if one.submitted_by != person.name]
    if len(others) > 1:
        st.checkbox(f"Pilih semua ({len(others)})", key="choose-all", on_change=_choose_all, args=[others])
    for one in queue:
        words = slices_words([Slice.of_key(key) for key in one.slices])
        own = one.submitted_by == person.name
        if own:
            # A browser can be made to tick a box that is not offered.
            st.session_state[f"choose-{one.number}"] = False
        with st.container(gap=None):
            st.checkbox(f"Pengajuan {one.number}: {words}", key=f"choose-{one.number}", disabled=own)
            reason = reasons().get(one.reason, "") if one.reason else ""
            kind = one.kind if public.intersection(one.slices) else BARU
            html("queued.html", one=one, kind=kind, age=age(one.submitted_at, now), reason=reason, own=own)
        part = st.expander(f"Perubahan dan laporan pengajuan {one.number}", key=f"open-{one.number}", on_change="rerun")
        if part.open:
            with part:
                said = _details(one, shown, person, now, own=own) or said
    return said


def _choose_all(others: Sequence[Submission]) -> None:
    for one in others:
        st.session_state[f"choose-{one.number}"] = st.session_state["choose-all"]


def _details(one: Submission, shown: Published | None, person: SignedIn, now: datetime, *, own: bool) -> str | None:
    draft = find_draft(open_database(), one.number, person)
    if draft is None:
        html("refusal.html", message=f"Pengajuan {one.number} tidak ada.")
        return None
    show_preview(Preview.of(draft, shown), name=f"pengajuan-{one.number}", key=f"queue-{one.number}")
    html("report.html", report=draft.report, name=one.berkas)
    report_downloads(draft.upload, draft.report.issues, key=f"queue-{one.number}")
    return None if own else give_back_form(one, person, now)
