"""Asking what the public is to be told."""

from typing import Final

import streamlit as st

from budget.reasons import reasons
from budget.report import Report
from pages.components.said import Said
from store.change import KOREKSI, REVISI

_KINDS: Final = {REVISI: "Revisi: data yang lebih baru", KOREKSI: "Koreksi: memperbaiki kesalahan"}


def ask_public(report: Report, *, replaces: bool, key: str) -> Said:
    """Draws the note, the reason and, where something public is replaced, the kind.

    Args:
        report: Of the file; it says whether a note has to be given.
        replaces: Whether something public would be replaced.
        key: Tells these widgets from those of other files.
    """
    kind = REVISI
    if replaces:
        kind = st.radio(
            "Berkas ini mengganti angka yang sudah terbit, sebagai",
            list(_KINDS),
            format_func=_KINDS.__getitem__,
            horizontal=True,
            key=f"kind-{key}",
        )
    reason = st.selectbox(
        "Alasan serapan rendah, tinggi, atau turun (bila ada, dibaca publik)",
        list(reasons()),
        index=None,
        format_func=reasons().__getitem__,
        placeholder="Tidak perlu alasan",
        key=f"reason-{key}",
    )
    words = "Catatan untuk publik" + (" (wajib, lihat laporan)" if report.needs_note else "")
    return Said(st.text_input(words, key=f"note-{key}").strip(), kind, reason)
