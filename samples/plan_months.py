"""How a unit means to draw its budget through a year."""

import numpy as np

from samples.unit_year import UnitYear

_SMOOTH = {
    "51": (1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1),
    "52": (0.4, 0.7, 0.9, 1, 1.05, 1.1, 1.1, 1.1, 1.1, 1.05, 1, 0.9),
    "53": (0, 0, 0.5, 1, 1.5, 1.5, 1.5, 1.5, 1.2, 0.8, 0.4, 0),
}


def plan_months(year: UnitYear, seed: int) -> dict[str, list[int]]:
    """A smooth plan of January's pagu; what the unit then spends follows its own chance, and deviates.

    Args:
        year: The unit's budget.
        seed: Of the sample.

    Returns:
        Rupiah of each month by jenis belanja, in whole thousands; a jenis sums to its pagu of January.
    """
    random = np.random.default_rng([seed, int(year.kode_satker), year.tahun, 3])
    lean = 1 + float(random.uniform(-0.2, 0.2)) * (np.arange(12) - 5.5) / 5.5
    jenis = np.array([line.path[-1][:2] for line in year.lines])
    plans: dict[str, list[int]] = {}
    for code, smooth in _SMOOTH.items():
        pagu = int(year.pagu[jenis == code, 0].sum())
        if pagu:
            weights = np.array(smooth) * lean
            months = (weights / weights.sum() * pagu // 1000 * 1000).astype(np.int64)
            months[np.argmax(months)] += pagu - months.sum()
            plans[code] = months.tolist()
    return plans
