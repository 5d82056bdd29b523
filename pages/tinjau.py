"""Tinjau: see what others handed in, what it would change, and decide."""

from datetime import UTC, datetime

import streamlit as st

from pages.components.approve_part import approve_part
from pages.components.html import html
from pages.components.queue_part import queue_part
from pages.components.staff_top import staff_top
from pages.components.withdraw_part import withdraw_part
from store.open_database import open_database
from store.submissions import waiting_submissions
from views.published import published

_BASE = "compared-with"
_SAID = "decided"


def tinjau() -> None:
    """Draws the page, for those who may review."""
    person = staff_top("tinjau")
    if person is None:
        return
    html("review_title.html")
    said: str | None = st.session_state.pop(_SAID, None)
    # Each part has a place of its own: else what follows one that goes would stand there twice until all is drawn.
    with st.container():
        if said is not None:
            html("reviewed.html", words=said)
    shown = published(open_database())
    newest = shown.release.number if shown else 0
    # What the person saw when they clicked, not what is newest now.
    base: int = st.session_state.get(_BASE, newest)
    st.session_state[_BASE] = newest
    now = datetime.now(UTC)
    queue = waiting_submissions(open_database(), person)
    with st.container():
        if not queue:
            html("queue_empty.html")
        said = queue_part(queue, shown, person, now)
    with st.container():
        if queue:
            said = said or approve_part(queue, person, now, base=base)
    said = withdraw_part(shown, person, now, base=base) or said
    if said is not None:
        st.session_state[_SAID] = said
        st.rerun()
