"""A year spoilt on purpose."""

from dataclasses import replace

import numpy as np

from samples.flaw import Flaw
from samples.unit_year import UnitYear


def with_flaw(year: UnitYear, flaw: Flaw) -> UnitYear:
    """Spoils a year's figures; flaws that concern files and not figures leave it as it is.

    Args:
        year: The year as it should be.
        flaw: What to spoil.
    """
    month = flaw.bulan - 1
    barang = np.array([line.path[-1].startswith("52") for line in year.lines])
    steady = np.array([line.pola == "rutin" for line in year.lines])
    if flaw.kind == "zero":
        kumulatif = year.kumulatif.copy()
        kumulatif[:, : month + 1] = 0
        return replace(year, kumulatif=kumulatif)
    if flaw.kind == "overspent":
        line = int(np.argmax(np.where(steady, year.kumulatif[:, month], -1)))
        pagu, lock = year.pagu.copy(), year.lock.copy()
        pagu[line, month:9] = -(-year.kumulatif[line, 8] * 100 // 106_000) * 1000
        lock[line, month:9] = 0
        return replace(year, pagu=pagu, lock=lock)
    if flaw.kind == "fall":
        line = int(np.argmax(np.where(barang, year.kumulatif[:, month - 1], -1)))
        kumulatif = year.kumulatif.copy()
        kumulatif[line, month:] -= kumulatif[line, month - 1] * 6 // 10
        return replace(year, kumulatif=kumulatif)
    return year
