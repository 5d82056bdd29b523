"""The lines behind a figure."""

import pandas as pd

from budget.lines import LEVELS
from budget.to_akun import join_path

_ABOVE_ITEM = [level for level in LEVELS if level != "item"]


def choose_lines(lines: pd.DataFrame, *, jenis: str = "", jalur: str = "") -> pd.DataFrame:
    """The lines of one jenis belanja, or of one part of the budget, or of both.

    Args:
        lines: At akun level or above, as `budget.to_akun` or `budget.lines_table` give them.
        jenis: First two digits of their akun; empty for all.
        jalur: Codes from program down, joined with `/`, that their own path is or begins with; empty for all.
    """
    if jenis:
        lines = lines[lines["akun"].str.startswith(jenis, na=False).astype(bool)]
    if jalur:
        paths = join_path(lines, _ABOVE_ITEM) + "/"
        lines = lines[paths.str.startswith(f"{jalur}/").astype(bool)]
    return lines
