"""The map of pages."""

from functools import partial

import streamlit as st

from budget.server_role import ServerRole
from pages.components.show import show
from pages.jejak import jejak
from pages.kelola import kelola
from pages.tinjau import tinjau
from pages.unggah import unggah
from views.screens import SCREENS


def navigation() -> None:
    """Shows the page that the address names."""
    public = [
        st.Page(partial(show, path), title=path or "ringkasan", url_path=path, default=not path) for path in SCREENS
    ]
    staff = [
        st.Page(unggah, title="Unggah", url_path="unggah"),
        st.Page(tinjau, title="Tinjau", url_path="tinjau"),
        st.Page(kelola, title="Kelola", url_path="kelola"),
        st.Page(jejak, title="Jejak audit", url_path="jejak"),
    ]
    st.navigation([*public, *staff] if ServerRole.current().serves_staff else public, position="hidden").run()
