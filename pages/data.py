"""Data: give me the data."""

import streamlit as st

from budget.published_figures import published_figures
from pages.components.empty_state import empty_state
from pages.components.filters import filters
from pages.components.footer import footer
from pages.components.html import html
from pages.components.published import Published, published
from pages.components.sample_notice import sample_notice
from store.open_database import open_database
from store.releases import all_releases


def data() -> None:
    """Draws the page."""
    shown = published()
    if shown is None:
        empty_state()
        return
    view, _ = filters(shown)
    _body(shown, shown.release.number, view.tahun, view.bulan, view.dana)


@st.cache_resource(max_entries=200, show_spinner=False)
def _body(_shown: Published, number: int, tahun: int, bulan: int, dana: str) -> None:
    sample_notice(sample=_shown.sample)
    query = {"tahun": str(tahun), "bulan": str(bulan), "dana": dana}
    html("data.html", release=_shown.release, releases=all_releases(open_database()), query=query, bulan=bulan)
    html("published_figures.html", figures=published_figures())
    footer(_shown.release)
