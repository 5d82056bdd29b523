"""Changed lines as a table."""

from collections.abc import Sequence

import pandas as pd

from budget.line_change import LineChange

_AMOUNTS = ("pagu_before", "pagu_after", "realisasi_before", "realisasi_after")


def line_changes_table(changes: Sequence[LineChange]) -> pd.DataFrame:
    """One row per changed line, its slice as columns in front; unknown amounts are missing."""
    table = pd.DataFrame(
        [
            {
                "kode_satker": one.slice.kode_satker,
                "tahun": one.slice.tahun,
                "bulan": one.slice.bulan,
                "sumber_dana": one.slice.sumber_dana,
                "kode": one.path,
                "uraian": one.uraian,
                "perubahan": one.kind,
                **{name: getattr(one, name) for name in _AMOUNTS},
            }
            for one in changes
        ]
    )
    return table.astype(dict.fromkeys(("bulan", *_AMOUNTS), "Int64"))
