"""Which file, and what is declared about it."""

import streamlit as st

from budget.declared import Declared
from budget.sumber_dana import SUMBER_DANA, TIDAK_DIRINCI
from budget.upload import Upload

_WORDS = {
    "RM": "RM (rupiah murni)",
    "PNBP": "PNBP",
    "PLN": "PLN (pinjaman luar negeri)",
    "PDN": "PDN (pinjaman dalam negeri)",
    "HLN": "HLN (hibah luar negeri)",
    "HDN": "HDN (hibah dalam negeri)",
    "HLD": "HLD (hibah langsung dalam negeri, misalnya pilkada)",
    TIDAK_DIRINCI: "Tidak dirinci (satu berkas memuat beberapa sumber)",
}


def upload_form() -> tuple[Upload, Declared] | None:
    """Asks for the file and its source of funds; None until both are given."""
    source = st.selectbox(
        "Sumber dana dalam berkas",
        [*SUMBER_DANA, TIDAK_DIRINCI],
        index=None,
        format_func=_WORDS.__getitem__,
        placeholder="Pilih sumber dana",
    )
    file = st.file_uploader("Berkas SAKTI atau OM-SPAN, seperti diekspor (.xlsx, .csv)")
    if file is None or source is None:
        return None
    declared = Declared(sumber_dana=None if source == TIDAK_DIRINCI else source)
    return Upload(file.name, file.getvalue()), declared
