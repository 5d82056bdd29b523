"""The first, wrong file of a slice that is corrected later."""

from dataclasses import replace

import numpy as np

from samples.flaw import Flaw
from samples.tree import Tree


def before_correction(flaw: Flaw, correct: Tree, without_flaw: Tree) -> Tree:
    """Makes what was uploaded at first.

    Args:
        flaw: `omitted`: the spending of the month's four largest lines is missing; `old_pagu`: the three largest
            lines of barang have the pagu before a revision; `fall`: money that came back is not known yet.
        correct: What the correction shows.
        without_flaw: The month as it would be if the flaw had never been.

    Raises:
        ValueError: The flaw is not one that is corrected.
    """
    if flaw.kind == "fall":
        return without_flaw
    if flaw.kind == "omitted":
        ini = correct.ini.copy()
        ini[np.argsort(ini, kind="stable")[-4:]] = 0
        return replace(correct, ini=ini)
    if flaw.kind == "old_pagu":
        barang = np.array([path[-1].startswith("52") for path in correct.outline.paths])
        largest = np.argsort(np.where(barang, correct.pagu, 0), kind="stable")[-3:]
        pagu = correct.pagu.copy()
        pagu[largest] += pagu[largest] // 8000 * 1000
        return replace(correct, pagu=pagu)
    raise ValueError(f"{flaw.kind} is not corrected")
