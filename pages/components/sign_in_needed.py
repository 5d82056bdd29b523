"""The page for those who are not signed in."""

import streamlit as st


def sign_in_needed() -> None:
    """Says that the page is for staff, with the way in."""
    st.html(
        '<h1 class="sp-headline">Halaman ini untuk petugas KPU.</h1>'
        '<p class="sp-note"><a href="/masuk" target="_self">Masuk</a> dengan akun Anda untuk mengunggah laporan.</p>'
    )
