"""What units planned to have drawn by the end of each month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

import pandas as pd

Steps = tuple[int, ...]
"""Rupiah from January to the end of each month, twelve of them."""


@dataclass(frozen=True)
class Planned:
    """What units planned to have drawn by the end of each month of one budget year.

    A unit counts as having a plan only where there is one for each source of funds that its figures are of: a plan of
    a part says nothing of the whole.

    Attributes:
        whole: By unit, the sum of its plans.
        by_jenis: By unit and jenis belanja, where every plan of the unit is broken down and those of the sources that
            its figures of the jenis are of name it: what a plan does not name is not known, and not 0.
    """

    whole: Mapping[str, Steps] = field(default_factory=dict)
    by_jenis: Mapping[tuple[str, str], Steps] = field(default_factory=dict)

    @classmethod
    def of(cls, plans: pd.DataFrame | None, cube: pd.DataFrame, tahun: int) -> "Planned":
        """The plans of the units in a cube.

        Args:
            plans: As `store.read_plans` gives them; None for none.
            cube: Rows of one month and one basis.
            tahun: Their budget year.
        """
        whole: dict[str, Steps] = {}
        by_jenis: dict[tuple[str, str], Steps] = {}
        known = {} if plans is None else _steps(plans[plans["tahun"] == tahun])
        for kode, figures in _figures(cube).items():
            sources = [known.get((kode, source)) for source in figures]
            own = [source for source in sources if source is not None]
            if not own or len(own) < len(sources):
                continue
            whole[kode] = _sum([steps for source in own for steps in source.values()])
            if any(None in source for source in own):
                continue
            for jenis in sorted(set().union(*figures.values())):
                named = [known[kode, source] for source, kinds in figures.items() if jenis in kinds]
                if all(jenis in source for source in named):
                    by_jenis[kode, jenis] = _sum([source[jenis] for source in own if jenis in source])
        return cls(whole, by_jenis)

    def steps(self, kode_satker: str, jenis: str | None = None) -> Steps | None:
        """The plan of a unit, or of one of its jenis belanja; None where there is none."""
        return self.whole.get(kode_satker) if jenis is None else self.by_jenis.get((kode_satker, jenis))

    def covers(self, units: Collection[str]) -> bool:
        """Whether all of some units have a plan; False for none at all."""
        return bool(units) and all(kode in self.whole for kode in units)


def _figures(cube: pd.DataFrame) -> dict[str, dict[str, set[str]]]:
    """Jenis belanja by unit and source of funds."""
    found: dict[str, dict[str, set[str]]] = {}
    for kode, source, jenis in zip(
        *(cube[name].tolist() for name in ("kode_satker", "sumber_dana", "jenis")), strict=True
    ):
        found.setdefault(kode, {}).setdefault(source, set()).add(jenis)
    return found


def _steps(plans: pd.DataFrame) -> dict[tuple[str, str], dict[str | None, Steps]]:
    """Cumulative steps by unit and source, then by jenis (None for a plan that is not broken down)."""
    months: dict[tuple[str, str], dict[str | None, list[int]]] = {}
    columns = (plans[name].tolist() for name in ("kode_satker", "sumber_dana", "jenis", "bulan", "rencana_rp"))
    for kode, source, jenis, bulan, amount in zip(*columns, strict=True):
        own = months.setdefault((kode, source), {})
        own.setdefault(jenis if isinstance(jenis, str) else None, [0] * 12)[bulan - 1] += amount
    return {key: {jenis: tuple(accumulate(amounts)) for jenis, amounts in own.items()} for key, own in months.items()}


def _sum(steps: Collection[Steps]) -> Steps:
    return tuple(map(sum, zip(*steps, strict=True)))
