"""Reading an upload, once per file and declaration."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.check_history import check_history
from loaders.load_safely import load_safely
from store.layouts import remembered_layouts
from store.open_database import open_database
from views.published import published

_KEY = "draft"


def read_upload(upload: Upload, declared: Declared) -> tuple[Draft | None, Issue | None]:
    """What is read from the file and held against what is public, or why it cannot be read.

    The last reading is kept in the person's own session, so that a click does not read the file again.
    """
    layouts = tuple(one.layout for one in remembered_layouts(open_database()))
    shown = published(open_database())
    wanted = (upload.sha256, upload.name, declared, layouts, shown.release.number if shown else 0)
    kept: tuple[object, Draft] | None = st.session_state.get(_KEY)
    if kept is not None and kept[0] == wanted:
        return kept[1], None
    try:
        with st.spinner("Membaca berkas…"):
            draft = load_safely(upload, replace(Reference.load(), layouts=layouts), declared)
    except Unreadable as error:
        return None, error.issue
    today = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    draft = check_history(draft, shown.cube if shown else None, today)
    st.session_state[_KEY] = (wanted, draft)
    return draft, None
