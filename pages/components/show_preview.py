"""What a draft would change, on the page."""

from collections import Counter

import streamlit as st

from budget.line_changes_table import line_changes_table
from budget.to_csv import to_csv
from pages.components.html import html
from views.preview import Preview


def show_preview(preview: Preview, *, name: str, key: str) -> None:
    """Draws what would change per measure and per line, and the download of all lines.

    Args:
        preview: What would change.
        name: Of the file that is downloaded, without its ending.
        key: Tells the download from others on the page.
    """
    html("changes.html", preview=preview, counts=Counter(line.kind for line in preview.lines))
    if preview.lines:
        st.download_button(
            "Unduh semua baris yang berubah (CSV)",
            lambda: to_csv(line_changes_table(preview.lines)),
            f"{name}-perubahan.csv",
            "text/csv",
            key=f"lines-{key}",
            on_click="ignore",
        )
