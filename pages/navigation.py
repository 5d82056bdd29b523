"""The map of pages."""

from typing import Final

import streamlit as st

from pages.data import data
from pages.ringkasan import ringkasan
from pages.unggah import unggah
from pages.wilayah import wilayah

_CARRIED: Final = ("tahun", "bulan", "dana", "kode")
"""Parts of the view that a link to another page keeps."""


def show() -> None:
    """Shows the page that the address names, below the map of pages."""
    st.set_page_config(page_title="Serapan: anggaran KPU Jawa Timur", layout="wide")
    public = [
        st.Page(ringkasan, title="Ringkasan", default=True),
        st.Page(wilayah, title="Wilayah", url_path="wilayah"),
        st.Page(data, title="Data", url_path="data"),
    ]
    staff = st.Page(unggah, title="Unggah", url_path="unggah")
    page = st.navigation([*public, staff], position="hidden")
    _links([*public, staff])
    page.run()


def _links(pages: list[st.Page]) -> None:
    view = {name: st.query_params[name] for name in _CARRIED if name in st.query_params}
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="sp-nav"):
        st.html('<span class="sp-brand">Serapan</span>', width="content")
        for page in pages:
            st.page_link(page, query_params=view)
