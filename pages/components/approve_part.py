"""Approving what was chosen, as one release."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from pages.components.html import html
from store.approve import approve
from store.open_database import open_database
from store.refused import Refused
from store.signed_in import SignedIn
from store.submission import Submission


def approve_part(queue: Sequence[Submission], person: SignedIn, now: datetime, *, base: int) -> str | None:
    """Draws the release's note and the button; the words of what was done, None for nothing.

    Args:
        queue: What waits; boxes above say which were chosen.
        person: Who approves.
        now: The time.
        base: Number of the release that the person compared with; 0 for none.
    """
    chosen = [one.number for one in queue if st.session_state.get(f"choose-{one.number}")]
    html("approve_title.html", count=len(chosen))
    note = st.text_input("Catatan rilis untuk publik (boleh kosong)", key="release-note")
    words = f"Setujui {len(chosen)} pengajuan sebagai satu rilis" if len(chosen) > 1 else "Setujui dan terbitkan"
    if not st.button(words, type="primary", key="approve", disabled=not chosen):
        return None
    try:
        release = approve(open_database(), chosen, person, now=now.isoformat(timespec="seconds"), base=base, note=note)
    except Refused as refusal:
        html("unreadable.html", issue=refusal.issue, name="Belum terbit")
        return None
    return f"Rilis {release.number} terbit. Halaman publik sudah memuat angka baru."
