"""Addresses of tables for scripts."""

from urllib.parse import urlencode

from budget.view import View


def download_link(number: int | str, table: str, view: View, **only: str) -> str:
    """The address of a table of one view of a release, e.g. `/data/rilis/27/baris.csv?tahun=2026&…`.

    Args:
        number: Release number, or `terbaru` for an address that follows the newest.
        table: File name, e.g. `satker.csv`.
        view: Year, month and basis.
        **only: What is chosen beside them (`kode`, `satker`, `semua`, `jenis`, `jalur`); empty is left out.
    """
    query = {"tahun": view.tahun, "bulan": view.bulan, "dana": view.dana}
    # Lines have the ceiling that was reported with them.
    if view.dasar != View.DASAR[0] and table.startswith("satker."):
        query["dasar"] = view.dasar
    chosen = {name: value for name, value in only.items() if value}
    return f"/data/rilis/{number}/{table}?{urlencode({**query, **chosen}, safe='/')}"
