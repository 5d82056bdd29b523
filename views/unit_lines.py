"""The public lines behind a figure of one unit."""

import pandas as pd

from budget.satker import Satker
from budget.to_akun import to_akun
from store.read_headings import read_headings
from store.read_lines import read_lines
from views.asked import Asked
from views.published import Published


def unit_lines(shown: Published, asked: Asked, unit: Satker) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lines down to akun of a unit and view, and the headings above them.

    Returns:
        Lines as `budget.to_akun` gives them, and headings as `store.read_headings` does.
    """
    view = asked.view
    lines = read_lines(
        shown.database, shown.release.number, kode_satker=unit.kode_satker, tahun=view.tahun, bulan=view.bulan
    )
    lines = lines[lines["sumber_dana"].map(view.covers).astype(bool)]
    headings = read_headings(shown.database, lines["draft_id"].unique().tolist())
    return to_akun(lines, headings), headings
