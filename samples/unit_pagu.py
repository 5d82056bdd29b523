"""How large a unit's invented budget is."""

import csv
from functools import cache

import numpy as np

from budget.data_folder import DATA_FOLDER
from budget.satker import Satker


def unit_pagu(unit: Satker, tahun: int, sumber_dana: str, seed: int) -> float:
    """The unit's pagu for a year: it follows the population, and the election cycle.

    Args:
        unit: A KPU unit.
        tahun: Budget year.
        sumber_dana: `RM`, or `HLD` for the whole pilkada grant.
        seed: Of the sample.

    Returns:
        Rupiah.
    """
    random = np.random.default_rng([seed, int(unit.kode_satker), 1])
    scatter, fall, guess, rise = (
        random.normal(0, 0.05),
        random.uniform(0.070, 0.076),
        random.lognormal(),
        random.random(),
    )
    people = _population().get(unit.kode_wilayah, 400_000 * float(guess))
    if unit.tingkat == "provinsi":
        of_2026, grant = 60e9, 845e9
    else:
        of_2026, grant = 3.1e9 + 4_900 * people, 18e9 + 32_000 * people
    if sumber_dana == "HLD":
        return grant * float(1 + scatter)
    of_2026 *= float(1 + scatter)
    of_2025 = of_2026 / (1.01 + 0.03 * float(rise))
    return {2025: of_2025, 2024: of_2025 / float(fall)}.get(tahun, of_2026)


@cache
def _population() -> dict[str, int]:
    with (DATA_FOLDER / "wilayah_jatim.csv").open(encoding="utf-8", newline="") as file:
        return {row["kode_wilayah"]: int(row["penduduk_2024s2"]) for row in csv.DictReader(file)}
