"""The source cells of a line's amounts."""

import json
from collections.abc import Iterable


def cells_json(cells: Iterable[tuple[str, str, str]]) -> str:
    """A JSON object from amount to address and raw text, e.g. `{"pagu_rp": ["P16", "246078000"]}`.

    Args:
        cells: Amount, address and raw text of each cell.
    """
    return "{" + ", ".join(f'"{name}": ["{place}", {_quoted(raw)}]' for name, place, raw in cells) + "}"


def _quoted(raw: str) -> str:
    return f'"{raw}"' if raw.isalnum() and raw.isascii() else json.dumps(raw, ensure_ascii=False)
