"""The source of funds that a cell of a table names."""

from budget.sumber_dana import SUMBER_DANA, TIDAK_DIRINCI
from loaders.label import label

_NAMES = {
    "rupiah murni": "RM",
    "rm": "RM",
    "penerimaan negara bukan pajak": "PNBP",
    "hibah langsung dalam negeri": "HLD",
    "hibah dalam negeri langsung": "HLD",
    "hibah langsung": "HLD",
}


def table_source(text: str) -> str | None:
    """A code of `budget.sumber_dana` for its code or name (`HLD`, `Rupiah Murni`, `A - RM`); else None."""
    words = label(text)
    codes = [part for part in words.upper().replace("-", " ").replace(".", " ").split() if part in SUMBER_DANA]
    if len(codes) == 1:
        return codes[0]
    return TIDAK_DIRINCI if words == TIDAK_DIRINCI else _NAMES.get(words)
