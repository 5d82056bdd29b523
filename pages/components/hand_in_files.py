"""Handing in what was read."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.components.html import html
from pages.components.said import Said
from store.hand_in import hand_in
from store.open_database import open_database
from store.refused import Refused
from store.signed_in import SignedIn
from views.read_file import ReadFile


def hand_in_files(files: Sequence[tuple[ReadFile, Said]], person: SignedIn) -> None:
    """Draws the button, and at a click hands in what lacks no note; a file that is refused never costs another.

    Args:
        files: What can be handed in, each with what the public is told.
        person: Who hands it in.
    """
    lacking = [file.upload.name for file, said in files if _lacks_note(file, said)]
    if lacking:
        html("note_lacking.html", names=lacking)
    ready = [(file, said) for file, said in files if not _lacks_note(file, said)]
    words = "Ajukan" if len(files) == 1 else f"Ajukan {len(ready)} berkas"
    if not st.button(words, type="primary", disabled=not ready):
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    numbers = []
    for file, said in ready:
        if file.draft is None:
            continue
        try:
            number = hand_in(open_database(), file.draft, file.declared, person, now=now, **vars(said))
        except Refused as refusal:
            html("unreadable.html", issue=refusal.issue, name=file.upload.name)
        else:
            numbers.append((number, file.upload.name))
    if numbers:
        html("handed_in.html", numbers=numbers)


def _lacks_note(file: ReadFile, said: Said) -> bool:
    return file.draft is not None and file.draft.report.needs_note and not said.note
