"""A unit's budget through one year, invented."""

import numpy as np
from numpy.typing import NDArray

from budget.satker import Satker
from samples.budget_line import BudgetLine
from samples.budget_structure import BudgetStructure
from samples.flaw import Flaw
from samples.pace import Pace
from samples.revise import revise
from samples.shares import SHARES
from samples.spend import spend
from samples.unit_pagu import unit_pagu
from samples.unit_year import UnitYear
from samples.with_flaw import with_flaw

_GRANT_SHARES = {"52": 0.992, "53": 0.008}


def simulate(unit: Satker, tahun: int, sumber_dana: str, seed: int, flaws: tuple[Flaw, ...] = ()) -> UnitYear:
    """Invents a unit's budget through one year; the same arguments give the same figures.

    Args:
        unit: A KPU unit.
        tahun: Budget year; a grant has 2024 and 2025 only.
        sumber_dana: `RM` or `HLD`.
        seed: Of the sample.
        flaws: What to spoil; those of other units, years and sources are ignored.

    Raises:
        ValueError: There are no samples for the year and source.
    """
    if tahun not in ((2024, 2025) if sumber_dana == "HLD" else (2024, 2025, 2026)):
        raise ValueError(f"no samples for {sumber_dana} {tahun}")
    own = tuple(
        flaw
        for flaw in flaws
        if (flaw.kode_satker, flaw.tahun, flaw.sumber_dana) == (unit.kode_satker, tahun, sumber_dana)
    )
    grant = sumber_dana == "HLD"
    random = np.random.default_rng([seed, int(unit.kode_satker), tahun, int(grant)])
    if grant and tahun == 2025:
        final, lines = _left_over(unit, seed)
    else:
        final, lines = _planned(
            random, unit, tahun, sumber_dana, seed, modal=all(flaw.kind != "no_modal" for flaw in own)
        )
    starts = np.zeros(len(lines), dtype=np.int64)
    movable = np.array([line.pola in ("rutin", "kegiatan") for line in lines])
    if not grant:
        added = random.choice(np.flatnonzero(movable), size=2, replace=False)
        starts[added] = random.integers(2, 8, size=2)
    spent = np.floor(
        spend(
            random,
            lines,
            final.astype(np.float64),
            Pace.of_unit(random, tahun, sumber_dana),
            starts=starts,
            tahun=tahun,
            sumber_dana=sumber_dana,
        )
    ).astype(np.int64)
    pagu, lock = revise(random, final, spent, starts, movable=movable)
    year = UnitYear(
        unit.kode_satker,
        unit.nama.upper(),
        tahun,
        lines,
        BudgetStructure.of(tahun, sumber_dana).headings,
        pagu,
        lock,
        spent,
    )
    for flaw in own:
        year = with_flaw(year, flaw)
    return year


def _planned(
    random: np.random.Generator, unit: Satker, tahun: int, sumber_dana: str, seed: int, *, modal: bool
) -> tuple[NDArray[np.int64], tuple[BudgetLine, ...]]:
    lines = BudgetStructure.of(tahun, sumber_dana).lines
    grant = sumber_dana == "HLD"
    chance = np.random.default_rng([seed, int(unit.kode_satker), int(grant)]).random(len(lines))
    lines = tuple(
        line
        for line, draw in zip(lines, chance, strict=True)
        if (draw > 0.1 or line.pola in ("gaji", "bulanan")) and (modal or line.pola != "modal")
    )
    jenis = np.array([line.path[-1][:2] for line in lines])
    weights = np.array([line.bobot for line in lines]) * random.lognormal(0, 0.18, len(lines))
    share = np.zeros(len(lines))
    for code, part in (_GRANT_SHARES if grant else SHARES[tahun]).items():
        here = jenis == code
        if here.any():
            share[here] = weights[here] / weights[here].sum() * part
    amounts = share / share.sum() * unit_pagu(unit, tahun, sumber_dana, seed)
    return np.maximum(np.rint(amounts / 1000), 1).astype(np.int64) * 1000, lines


def _left_over(unit: Satker, seed: int) -> tuple[NDArray[np.int64], tuple[BudgetLine, ...]]:
    year = simulate(unit, 2024, "HLD", seed)
    left = (year.pagu[:, 11] - year.kumulatif[:, 11]) // 1000 * 1000
    kept = left >= 100_000
    return left[kept], tuple(line for line, stays in zip(year.lines, kept, strict=True) if stays)
