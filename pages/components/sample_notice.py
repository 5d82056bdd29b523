"""The word that figures are invented."""

import streamlit as st


def sample_notice(*, sample: bool) -> None:
    """Draws the notice where invented figures are shown."""
    if sample:
        st.html('<p class="sp-sample"><strong>Data contoh, bukan data resmi.</strong> Semua angka di sini rekaan.</p>')
