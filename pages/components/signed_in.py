"""Who is looking at the page."""

from datetime import UTC, datetime

import streamlit as st

from store.open_database import open_database
from store.session_cookie import SESSION_COOKIE
from store.sessions import find_session
from store.signed_in import SignedIn


def signed_in() -> SignedIn | None:
    """Who is signed in, asked of the database at every run, so that a session that ended is refused at the next click.

    Never call it inside a cached function. While the one-time password stands or the second factor is
    missing nobody is signed in yet: `/masuk` leads on to the form that is due.
    """
    token = st.context.cookies.get(SESSION_COOKIE)
    if not token:
        return None
    found = find_session(open_database(), token, datetime.now(UTC))
    return found if found is not None and found.ready else None
