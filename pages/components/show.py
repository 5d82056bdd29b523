"""A public page on the screen."""

import os
from collections.abc import Iterable
from urllib.parse import urlsplit

import streamlit as st

from budget.wording.language import in_language
from charts.chart_config import chart_config
from store.open_database import open_database
from views.screen import Part, Screen
from views.screens import find_screen


def show(page: str) -> None:
    """Draws a public page for the view that the address asks for.

    Args:
        page: A path of `views.screens.SCREENS`.
    """
    theme = st.context.theme.type or "light"
    screen, _ = find_screen(open_database(), page, st.query_params.to_dict(), origin=_origin(), theme=theme)
    st.set_page_config(page_title=screen.title, layout="wide")
    _draw(screen, id(screen))


def _origin() -> str:
    fixed = os.environ.get("SERAPAN_ALAMAT", "").rstrip("/")
    parts = urlsplit(st.context.url or "")
    return fixed or f"{parts.scheme}://{parts.netloc}"


@st.cache_resource(max_entries=400, show_spinner=False)
def _draw(_screen: Screen, identity: int) -> Screen:
    """Draws a page; for later viewers Streamlit replays its elements."""
    with in_language(_screen.language):
        _parts(_screen.parts)
    # Kept, so that no other page gets its identity.
    return _screen


def _parts(parts: Iterable[Part]) -> None:
    html = ""
    for part in parts:
        if isinstance(part, str):
            html += part
            continue
        # One element for several blocks, since each costs every viewer about 0.1 ms.
        st.html(html)
        html = ""
        st.plotly_chart(part.figure, theme=None, config=chart_config(part.name), alt=part.sentence)
    st.html(html)
