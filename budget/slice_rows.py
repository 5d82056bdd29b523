"""The rows of a slice."""

import pandas as pd

from budget.slice import Slice


def slice_rows(frame: pd.DataFrame, piece: Slice) -> pd.DataFrame:
    """The rows of figures (`tahun`, `bulan`, `kode_satker`, `sumber_dana`) that belong to a slice of figures."""
    month = frame["bulan"].isna() if piece.bulan is None else frame["bulan"].eq(piece.bulan).fillna(value=False)
    same = frame["tahun"].eq(piece.tahun) & frame["kode_satker"].eq(piece.kode_satker)
    return frame[same & month & frame["sumber_dana"].eq(piece.sumber_dana)]
