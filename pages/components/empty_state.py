"""The page before anything was published."""

import streamlit as st


def empty_state() -> None:
    """Says that nothing is published yet, and what to do."""
    st.html(
        '<h1 class="sp-headline">Belum ada rilis.</h1>'
        '<p class="sp-note">Angka tampil di sini setelah KPU mengunggah laporan dan menerbitkannya. '
        'Petugas: <a href="/masuk" target="_self">masuk</a> lalu buka Unggah.</p>'
    )
