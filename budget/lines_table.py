"""Public budget lines as a table for scripts."""

import pandas as pd

from budget.lines import CSV_COLUMNS
from budget.reference import Reference
from budget.to_akun import to_akun


def lines_table(lines: pd.DataFrame, headings: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Published lines with the columns of `CSV_COLUMNS`, none below akun.

    Args:
        lines: As `store.read_lines` gives them.
        headings: As `store.read_headings` gives them, of the drafts of those lines.
        reference: Where the region of a unit is found; a unit that is not in it has none.
    """
    regions = {code: unit.kode_wilayah for code, unit in reference.by_kode_satker.items()}
    public = to_akun(lines, headings)
    return public.assign(kode_wilayah=public["kode_satker"].map(regions))[list(CSV_COLUMNS)]
