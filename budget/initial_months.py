"""When the initial ceiling was reported."""

import pandas as pd

from budget.view import View


def initial_months(cube: pd.DataFrame, view: View) -> dict[str, tuple[int, ...]]:
    """The months whose reports the initial ceiling of each unit is read from.

    Figures may begin in mid-year, so a page says of which month its initial ceiling is.

    Args:
        cube: As `store.read_cube` gives it, with the ceilings as reported.
        view: Year and basis; the month does not matter.

    Returns:
        Months in order by satker code, for units that reported in that year: one, or several where sources of funds
        began in different months (see `initial_pagu`).
    """
    year = cube[(cube["tahun"] == view.tahun) & cube["bulan"].notna()]
    year = year[year["sumber_dana"].map(view.covers).astype(bool)]
    first = year.groupby(["kode_satker", "sumber_dana"])["bulan"].min().reset_index()
    return {str(code): tuple(sorted(set(rows["bulan"].tolist()))) for code, rows in first.groupby("kode_satker")}
