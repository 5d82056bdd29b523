"""The amounts of every row of an export."""

import numpy as np
from numpy.typing import NDArray

from samples.tree import Tree


def subtotals(tree: Tree) -> NDArray[np.int64]:
    """Sums the leaves below each row.

    Args:
        tree: A unit's budget.

    Returns:
        Rows × 6 amounts in rupiah (pagu, lock, lalu, ini, s.d., sisa); row 0 is the grand total, then the outline's
        rows in their order.
    """
    leaves = np.stack([tree.pagu, tree.lock, tree.lalu, tree.ini, tree.realisasi, tree.sisa], axis=1)
    running = np.zeros((len(leaves) + 1, 6), dtype=np.int64)
    np.cumsum(leaves, axis=0, out=running[1:])
    starts = np.array([0, *(row.start for row in tree.outline.rows)])
    stops = np.array([len(leaves), *(row.stop for row in tree.outline.rows)])
    totals: NDArray[np.int64] = running[stops] - running[starts]
    return totals
