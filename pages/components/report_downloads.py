"""The report to take along."""

import pandas as pd
import streamlit as st

from budget.draft import Draft
from budget.to_csv import to_csv
from loaders.in_child import in_child
from loaders.mark_workbook import mark_workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def report_downloads(draft: Draft) -> None:
    """Draws the downloads of the issues and of the workbook with the cells in question marked, if there are any."""
    issues = draft.report.issues
    if not issues:
        return
    stem = draft.upload.name.rpartition(".")[0] or draft.upload.name
    with st.container(horizontal=True, gap="small"):
        table = pd.DataFrame([issue.as_dict() for issue in issues])
        st.download_button("Unduh laporan (CSV)", to_csv(table), f"{stem}-laporan.csv", "text/csv", on_click="ignore")
        st.download_button(
            "Unduh buku kerja bertanda (.xlsx)",
            lambda: in_child(mark_workbook, draft.upload, issues),
            f"{stem}-bertanda.xlsx",
            _XLSX,
            on_click="ignore",
        )
