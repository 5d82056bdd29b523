"""Asking once what an unknown layout means."""

from datetime import UTC, datetime

import streamlit as st

from budget.field_words import FIELD_WORDS
from budget.layout import Layout
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.fingerprint import fingerprint
from loaders.in_child import in_child
from loaders.labels_of import labels_of
from loaders.proposal import Proposal
from loaders.propose_layout import propose_layout
from pages.components.column_letters import column_letters
from pages.components.html import html
from pages.components.literal import literal
from store.layouts import remember_layout
from store.open_database import open_database
from store.signed_in import SignedIn

_UNITS = {1: "rupiah", 1000: "ribuan rupiah", 10**6: "jutaan rupiah", 10**9: "miliaran rupiah"}


def explain_layout(upload: Upload, person: SignedIn) -> None:
    """Shows the rows, proposes what each column is, and remembers the answer for every file of that shape."""
    proposal = _proposal(upload)
    if proposal is None:
        return
    html("explain_layout.html", proposal=proposal, letters=column_letters(len(proposal.labels)))
    last = len(proposal.rows)
    row = int(st.number_input("Baris judul kolom", 1, last, value=proposal.header_row, step=1, width=190))
    labels = labels_of(proposal.rows, row)
    proposed = proposal.fields if labels == proposal.labels else ("",) * len(labels)
    with st.form("layout", border=False):
        fields = _fields(labels, proposed)
        unit = st.selectbox("Satuan angka", list(_UNITS), format_func=_UNITS.__getitem__, width=190)
        if not st.form_submit_button("Ingat dan baca", type="primary"):
            return
    wrong = _wrong(fields)
    if wrong:
        html("refusal.html", message=wrong)
        return
    layout = Layout(fingerprint(labels), labels, fields, unit)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    remember_layout(open_database(), layout, by=person.name, now=now)
    st.rerun()


def _proposal(upload: Upload) -> Proposal | None:
    kept: tuple[str, Proposal] | None = st.session_state.get("proposal")
    if kept is not None and kept[0] == upload.sha256:
        return kept[1]
    try:
        proposal = in_child(propose_layout, upload, Reference.load())
    except Unreadable as error:
        html("unreadable.html", issue=error.issue, name=upload.name)
        return None
    st.session_state["proposal"] = (upload.sha256, proposal)
    return proposal


def _fields(labels: tuple[str, ...], proposed: tuple[str, ...]) -> tuple[str, ...]:
    options = ["", *FIELD_WORDS]
    fields = []
    with st.container(horizontal=True, gap="small"):
        for letter, label, field in zip(column_letters(len(labels)), labels, proposed, strict=True):
            chosen = st.selectbox(
                f"Kolom {letter}: {literal(label) or '(tanpa judul)'}",
                options,
                index=options.index(field),
                format_func=lambda name: FIELD_WORDS.get(name, "(tidak dipakai)"),
                key=f"layout-{letter}-{label}",
                width=240,
            )
            fields.append(chosen)
    return tuple(fields)


def _wrong(fields: tuple[str, ...]) -> str:
    named = [field for field in fields if field]
    twice = sorted({FIELD_WORDS[field] for field in named if named.count(field) > 1})
    if twice:
        return f"Dua kolom diberi arti yang sama: {', '.join(twice)}. Pilih satu untuk masing-masing."
    if not {"pagu_rp", "realisasi_rp"} & set(named):
        return "Pilih setidaknya satu kolom sebagai Pagu atau Realisasi s.d. periode."
    return ""
