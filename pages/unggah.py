"""Unggah: take the exports I have, tell me exactly what is wrong, hand them in for review."""

import streamlit as st

from pages.components.due_list import due_list
from pages.components.file_report import file_report
from pages.components.hand_in_files import hand_in_files
from pages.components.html import html
from pages.components.literal import literal
from pages.components.own_list import own_list
from pages.components.read_uploads import read_uploads
from pages.components.remembered import remembered
from pages.components.staff_top import staff_top
from pages.components.upload_form import upload_form
from store.handed_in import handed_in
from store.open_database import open_database
from store.signed_in import SignedIn
from views.read_file import ReadFile
from views.verdicts import verdicts


def unggah() -> None:
    """Draws the page, for staff only."""
    person = staff_top("unggah")
    if person is None:
        return
    html("upload_title.html")
    chosen = upload_form()
    # A place of its own: else the lists below would stand there twice until all is drawn.
    with st.container():
        if chosen is None:
            remembered(person)
        else:
            uploads, declared = chosen
            _files(read_uploads(uploads, declared), person)
    due_list(person)
    own_list(person)


def _files(files: list[ReadFile], person: SignedIn) -> None:
    known = handed_in(open_database(), {file.upload.sha256 for file in files}, person)
    rows = list(zip(files, verdicts(files, person, known), strict=True))
    alone = len(rows) == 1
    if not alone:
        can, wrong = (sum(getattr(verdict, name) for _, verdict in rows) for name in ("can", "wrong"))
        html("batch.html", rows=rows, can=can, wrong=wrong, rest=len(rows) - can - wrong)
    ready = []
    for place, (file, verdict) in enumerate(rows):
        # Two files of one content are two rows.
        key = f"{place}-{file.upload.sha256}"
        part = st.container() if alone else st.expander(f"{literal(file.upload.name)}: {verdict.words}")
        with part:
            said = file_report(file, verdict, person, key=key, alone=alone)
        if verdict.can:
            ready.append((file, said))
    if ready:
        hand_in_files(ready, person)
