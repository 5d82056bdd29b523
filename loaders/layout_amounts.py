"""What the amount columns of an unknown layout could be."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from loaders.amount import Amounts

_WIDEST = 12
"""Columns that are tried against each other: no budget table has more amounts, and all triples are compared."""
_ROWS = 2
"""Least rows on which a − b = c must hold: one row can be chance."""

Triple = tuple[int, int, int]


def layout_amounts(columns: Mapping[int, Amounts], known: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Proposes a field for each amount column that adds up with others, with the reason in words.

    Where a − b = c holds on all rows, that is pagu − realisasi = sisa, and the largest such a is the pagu. Of b and c,
    realisasi is the one that is itself the sum of two columns (before the period, and in it), else the one on the left.

    Args:
        columns: Amounts by column, all in the same rows.
        known: Columns whose labels already told what they are; they are used and not proposed again.
    """
    sums = {column: int(np.abs(amounts.values).sum()) for column, amounts in columns.items()}
    tried = sorted(sorted(columns, key=lambda column: -sums[column])[:_WIDEST])
    triples = _triples({column: columns[column] for column in tried})
    whole = next((one for one in sorted(triples, key=lambda one: -sums[one[0]]) if _fits(one, triples, known)), None)
    if whole is None:
        return {}
    pagu, realisasi, sisa = _told(whole, triples, known)
    rows = int((columns[pagu].known & columns[realisasi].known & columns[sisa].known).sum())
    reason = f"pagu − realisasi = sisa cocok di {rows} baris"
    found = {pagu: ("pagu_rp", reason), realisasi: ("realisasi_rp", reason), sisa: ("sisa_rp", reason)}
    parts = next((one for one in triples if one[0] == realisasi), None)
    if parts is not None:
        reason = "periode lalu + periode ini = realisasi"
        found |= {parts[1]: ("realisasi_lalu_rp", reason), parts[2]: ("realisasi_ini_rp", reason)}
    return {column: told for column, told in found.items() if column not in known and told[0] not in known.values()}


def _triples(columns: Mapping[int, Amounts]) -> list[Triple]:
    """Every a, b, c with a − b = c wherever all three are known, b left of c, none of them zero throughout."""
    found = []
    for whole, amounts in columns.items():
        for left, right in combinations((column for column in columns if column != whole), 2):
            both = amounts.known & columns[left].known & columns[right].known
            parts = columns[left].values[both], columns[right].values[both]
            if both.sum() < _ROWS or not all(part.any() for part in parts):
                continue
            if (amounts.values[both] == parts[0] + parts[1]).all():
                found.append((whole, left, right))
    return found


def _fits(one: Triple, triples: list[Triple], known: Mapping[int, str]) -> bool:
    fields = ("pagu_rp", "realisasi_rp", "sisa_rp")
    told = _told(one, triples, known)
    return all(known.get(column, field) == field for column, field in zip(told, fields, strict=True)) and not any(
        field in fields and column not in told for column, field in known.items()
    )


def _told(one: Triple, triples: list[Triple], known: Mapping[int, str]) -> Triple:
    whole, left, right = one
    sums = {triple[0] for triple in triples}
    turned = known.get(left) == "sisa_rp" or known.get(right) == "realisasi_rp"
    turned = turned or (right in sums and left not in sums and left not in known and right not in known)
    return (whole, right, left) if turned else one
