"""Reading an upload, once per file and declaration."""

import streamlit as st

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.load_safely import load_safely
from pages.components.html import html

_KEY = "draft"


def read_upload(upload: Upload, declared: Declared) -> Draft | None:
    """What is read from the file, or None after saying why it cannot be read.

    The last reading is kept in the person's own session, so that a click does not read the file again.
    """
    wanted = (upload.sha256, upload.name, declared)
    kept: tuple[object, Draft] | None = st.session_state.get(_KEY)
    if kept is not None and kept[0] == wanted:
        return kept[1]
    try:
        with st.spinner("Membaca berkas…"):
            draft = load_safely(upload, Reference.load(), declared)
    except Unreadable as error:
        html("unreadable.html", issue=error.issue, name=upload.name)
        return None
    st.session_state[_KEY] = (wanted, draft)
    return draft
