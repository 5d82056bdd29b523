"""The sample withdrawal plans."""

from collections.abc import Iterator
from datetime import date

from budget.reference import Reference
from budget.satker import Satker
from samples.flaws import FLAWS
from samples.plan_csv import plan_csv
from samples.plan_months import plan_months
from samples.plan_sample import PlanSample
from samples.plan_units import PLAN_UNITS
from samples.seed import SEED
from samples.simulate import simulate

_YEAR = 2026


def plan_samples(
    reference: Reference, *, units: tuple[Satker, ...] | None = None, seed: int = SEED
) -> Iterator[PlanSample]:
    """Invents the withdrawal plans (RPD) of RM 2026 of the units in `samples.plan_units.PLAN_UNITS`.

    They come in January 2026, so that they are released with the first reports of the year.

    Args:
        reference: Where the units are found.
        units: Only those of these units; all by default.
        seed: That of `generate`.
    """
    for unit in (reference.by_kode_satker[code] for code in PLAN_UNITS):
        if units is not None and unit not in units:
            continue
        year = simulate(unit, _YEAR, "RM", seed, FLAWS)
        plans = plan_months(year, seed)
        if not PLAN_UNITS[unit.kode_satker]:
            plans = {"": [sum(months) for months in zip(*plans.values(), strict=True)]}
        yield PlanSample(
            name=f"contoh-rpd-{unit.kode_satker}-{_YEAR}-RM.csv",
            kode_satker=unit.kode_satker,
            tahun=_YEAR,
            sumber_dana="RM",
            tanggal=date(_YEAR, 1, 14 + int(unit.kode_satker) % 15),
            content=plan_csv(unit.kode_satker, unit.nama.upper(), _YEAR, plans),
        )
