"""Which files, and what is declared about them."""

import streamlit as st

from budget.declared import Declared
from budget.scope import Scope
from budget.sumber_dana import SUMBER_DANA, TIDAK_DIRINCI
from budget.upload import Upload
from budget.wording.month import month
from loaders.visible import visible
from pages.upload_allowance import MOST_FILES

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


def upload_form() -> tuple[list[Upload], Declared] | None:
    """Asks for files and what they may leave unsaid; None until there are files and a source of funds."""
    source = st.selectbox(
        "Sumber dana dalam berkas",
        [*SUMBER_DANA, TIDAK_DIRINCI],
        index=None,
        format_func=_WORDS.__getitem__,
        placeholder="Pilih sumber dana",
    )
    files = st.file_uploader(
        "Berkas laporan atau rencana penarikan (RPD), seperti diekspor (.xlsx, .xls, .ods, .csv); "
        f"paling besar {st.get_option('server.maxUploadSize')} MB, {MOST_FILES} berkas sekaligus",
        accept_multiple_files=True,
    )
    kode_satker, tahun, bulan = _unsaid()
    if not files or source is None:
        return None
    declared = Declared(
        sumber_dana=None if source == TIDAK_DIRINCI else source, kode_satker=kode_satker, tahun=tahun, bulan=bulan
    )
    return [Upload(visible(file.name), file.getvalue()) for file in files], declared


def _unsaid() -> tuple[str | None, int | None, int | None]:
    units = {unit.kode_satker: unit.nama for unit in Scope.current().units()}
    months = list(range(1, 13))
    with (
        st.expander("Bila berkas tidak menyebut satker atau periodenya"),
        st.container(horizontal=True, gap="small"),
    ):
        nothing = "Menurut berkas"
        satker = st.selectbox(
            "Satker", list(units), index=None, format_func=units.__getitem__, placeholder=nothing, width=300
        )
        tahun = st.number_input("Tahun anggaran", 2015, 2100, value=None, step=1, placeholder=nothing, width=190)
        bulan = st.selectbox("Bulan", months, index=None, format_func=month, placeholder=nothing, width=190)
    return satker, tahun, bulan
