"""What amount columns that do not add up could be."""

from collections.abc import Mapping

import numpy as np

from loaders.amount import Amounts


def layout_order(columns: Mapping[int, Amounts], known: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Proposes pagu for the largest column, then realisasi and sisa for the next ones, with the reason in words.

    Args:
        columns: Amounts by column.
        known: Columns of which it is known what they are.
    """
    free = [column for column in columns if column not in known]
    found: dict[int, tuple[str, str]] = {}
    if free and "pagu_rp" not in known.values():
        largest = max(free, key=lambda column: int(np.abs(columns[column].values).sum()))
        found[largest] = ("pagu_rp", "jumlahnya terbesar di antara kolom angka")
    left = [field for field in ("realisasi_rp", "sisa_rp") if field not in known.values()]
    rest = [column for column in free if column not in found]
    return found | {
        column: (field, "kolom angka berikutnya, menurut urutannya") for column, field in zip(rest, left, strict=False)
    }
