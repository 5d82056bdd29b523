"""Making a draft public."""

from datetime import UTC, datetime

import streamlit as st

from budget.declared import Declared
from budget.draft import Draft
from pages.components.html import html
from store.open_database import open_database
from store.publish import publish
from store.refused import Refused
from store.signed_in import SignedIn
from store.submit import submit


def publish_button(draft: Draft, declared: Declared, person: SignedIn, *, base: int) -> None:
    """Draws the button where the draft can be published, and publishes at a click.

    Args:
        draft: What was read.
        declared: What was declared for it.
        person: Who is signed in.
        base: Number of the release that the person compared with; 0 for none.
    """
    if not draft.report.publishable:
        return
    note = st.text_input("Catatan untuk publik" + (" (wajib, lihat laporan)" if draft.report.needs_note else ""))
    waits = draft.report.needs_note and not note.strip()
    if waits:
        st.html('<p class="sp-note">Terbitkan dapat dipilih setelah catatannya diisi.</p>')
    if not st.button("Terbitkan", type="primary", disabled=waits):
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    database = open_database()
    try:
        ids = submit(database, [(draft, declared)], by=person.name, now=now)
        release = publish(database, ids, by=person.name, now=now, base=base, note=note.strip())
    except Refused as refusal:
        html("unreadable.html", issue=refusal.issue, name=draft.upload.name)
        return
    html("published.html", release=release, slices=draft.report.slices)
