"""How a unit's pagu came to be through a year."""

import numpy as np
from numpy.typing import NDArray

Rupiah = NDArray[np.int64]


def revise(
    random: np.random.Generator, final: Rupiah, spent: Rupiah, starts: Rupiah, *, movable: NDArray[np.bool_]
) -> tuple[Rupiah, Rupiah]:
    """Goes back from the last pagu through the year's revisions.

    Some move money between lines and leave the total; some change the total, a little upward. A revision that is
    coming locks part of the pagu in the month before.

    Args:
        random: The unit's own source of chance.
        final: Each line's last pagu, whole thousands of rupiah.
        spent: Lines × 12 months, cumulative rupiah; pagu stays above it.
        starts: First month (0–11) of each line.
        movable: Lines that a revision may touch.

    Returns:
        Pagu and lock, lines × 12 months, rupiah; pagu in whole thousands.
    """
    pagu = np.repeat(final[:, None], 12, axis=1)
    lock = np.zeros_like(pagu)
    candidates = np.flatnonzero(movable)
    for month in sorted(random.choice(np.arange(1, 12), size=int(random.integers(3, 6)), replace=False), reverse=True):
        touched = random.choice(candidates, size=max(2, len(candidates) // 6), replace=False)
        total_moves = month < 9 and random.random() < 0.5
        change = random.uniform(-0.20, 0.16 if total_moves else 0.22, len(touched))
        floor = -(-spent[touched, month - 1] // 1000) * 1000
        before = np.maximum(pagu[touched, month] * (1 + change) // 1000 * 1000, floor).astype(np.int64)
        before = np.maximum(before, 1000)
        if not total_moves:
            largest = int(candidates[np.argmax(final[candidates])])
            others = touched != largest
            touched, before = touched[others], before[others]
            rest = pagu[largest, month] - int((before - pagu[touched, month]).sum())
            if rest <= spent[largest, month - 1]:
                continue
            pagu[largest, :month] = rest
        pagu[touched, :month] = before[:, None]
        waiting = touched[:2]
        lock[waiting, month - 1] = np.maximum(before[:2] - spent[waiting, month - 1], 0) // 4000 * 1000
    outside = np.arange(12)[None, :] < starts[:, None]
    pagu[outside] = 0
    lock[outside] = 0
    return pagu, lock
