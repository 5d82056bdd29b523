"""Reading uploads, once per choice of files and declaration."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from budget.declared import Declared
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.check_history import check_history
from loaders.load_many import load_many
from pages.components.html import html
from store.layouts import remembered_layouts
from store.open_database import open_database
from views.preview import Preview
from views.published import Published, published
from views.read_file import ReadFile

_KEY = "read"


def read_uploads(uploads: Sequence[Upload], declared: Declared) -> list[ReadFile]:
    """What is read from files and held against what is public, or why they cannot be read; shows how far it is.

    The last reading is kept in the person's own session, so that a click does not read the files again.
    """
    # Always there: what follows must keep its place on the page, or a browser draws it anew and forgets what is typed.
    place = st.empty()
    layouts = tuple(one.layout for one in remembered_layouts(open_database()))
    shown = published(open_database())
    files = tuple((upload.sha256, upload.name) for upload in uploads)
    wanted = (files, declared, layouts, shown.release.number if shown else 0)
    kept: tuple[object, list[ReadFile]] | None = st.session_state.get(_KEY)
    if kept is not None and kept[0] == wanted:
        return kept[1]
    reference = replace(Reference.load(), layouts=layouts)
    names = [upload.name for upload in uploads]
    read: list[ReadFile] = []
    with place:
        html("reading.html", names=names, done=0)
    for upload, outcome in load_many([(upload, declared) for upload in uploads], reference):
        if isinstance(outcome, Unreadable):
            read.append(ReadFile(upload, declared, None, outcome.issue, None))
        else:
            read.append(_checked(ReadFile(upload, declared, outcome, None, None), shown))
        with place:
            html("reading.html", names=names, done=len(read))
    place.empty()
    st.session_state[_KEY] = (wanted, read)
    return read


def _checked(file: ReadFile, shown: Published | None) -> ReadFile:
    today = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    if file.draft is None:
        return file
    draft = check_history(file.draft, shown.cube if shown else None, today)
    return replace(file, draft=draft, preview=Preview.of(draft, shown))
