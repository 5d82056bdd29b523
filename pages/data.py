"""Data: give me the data."""

import streamlit as st

from budget.published_figures import published_figures
from pages.components.filters import filters
from pages.components.html import html
from pages.components.published import Published, published
from store.open_database import open_database
from store.releases import all_releases


def data() -> None:
    """Draws the page."""
    shown = published()
    if shown is None:
        html("empty.html")
        return
    view, _ = filters(shown)
    _body(shown, shown.release.number, view.tahun, view.bulan, view.dana)


@st.cache_resource(max_entries=200, show_spinner=False)
def _body(_shown: Published, number: int, tahun: int, bulan: int, dana: str) -> None:
    query = {"tahun": str(tahun), "bulan": str(bulan), "dana": dana}
    blocks = ("sample.html", "data.html", "published_figures.html", "footer.html")
    releases = all_releases(open_database())
    html(
        *blocks,
        sample=_shown.sample,
        release=_shown.release,
        releases=releases,
        query=query,
        figures=published_figures(),
    )
