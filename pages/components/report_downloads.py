"""The report to take along."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from budget.issue import Issue
from budget.to_csv import to_csv
from budget.upload import Upload
from loaders.in_child import in_child
from loaders.mark_workbook import mark_workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def report_downloads(upload: Upload, issues: Sequence[Issue], *, key: str) -> None:
    """Draws the downloads of the issues and of the workbook with the cells in question marked, if there are any.

    Args:
        upload: The file.
        issues: What was found in it.
        key: Tells the downloads from those of other files.
    """
    if not issues:
        return
    stem = upload.name.rpartition(".")[0] or upload.name
    with st.container(horizontal=True, gap="small"):
        table = pd.DataFrame([issue.as_dict() for issue in issues])
        st.download_button(
            "Unduh laporan (CSV)",
            to_csv(table),
            f"{stem}-laporan.csv",
            "text/csv",
            key=f"report-{key}",
            on_click="ignore",
        )
        st.download_button(
            "Unduh buku kerja bertanda (.xlsx)",
            lambda: in_child(mark_workbook, upload, issues),
            f"{stem}-bertanda.xlsx",
            _XLSX,
            key=f"marked-{key}",
            on_click="ignore",
        )
