"""Comparing like with like."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from budget.pagu_boundaries import pagu_boundaries
from budget.peer_group import PeerGroup
from budget.peer_rule import PeerDimension, PeerRule
from budget.picture import Picture
from budget.reference import Reference
from budget.standing import Standing
from budget.sumber_dana import HIBAH, TIDAK_DIRINCI


@dataclass(frozen=True)
class PeerGroups:
    """The units of a picture in groups; each unit is in one group or in `outside`, never in both.

    Attributes:
        dimension: What they are grouped by.
        groups: Every group of the dimension in the order of `data/kelompok.csv`, empty ones included.
        outside: Units for which it is not known where they belong.
    """

    dimension: PeerDimension
    groups: tuple[PeerGroup, ...]
    outside: tuple[Standing, ...]

    @classmethod
    def of(
        cls,
        dimension: PeerDimension,
        picture: Picture,
        cube: pd.DataFrame,
        reference: Reference,
        language: str = "id",
    ) -> "PeerGroups":
        """Groups the units of a picture.

        Args:
            dimension: `jenis_wilayah`: provinsi, kabupaten, kota. `ukuran_pagu`: terciles of the pagu in the view,
                among the units that reported one above 0. `pilkada`: whether the unit has money from a grant in the
                view's budget year; a unit that reported nothing that year, or only money whose source is not told,
                is outside.
            picture: Of satker (not of provinces).
            cube: As `store.read_cube` gives it, with all sources of funds.
            reference: For the kind of region.
            language: Of the names and rules.

        Raises:
            ValueError: `data/kelompok.csv` lacks a group that a unit belongs to.
            KeyError: A unit of the picture is not a satker, or there is no such language.
        """
        limits: dict[str, tuple[int | None, int | None]] = {}
        if dimension == "jenis_wilayah":
            place = {unit.code: reference.by_kode_satker[unit.code].tingkat for unit in picture.units}
        elif dimension == "pilkada":
            place = _by_grant(cube, picture.view.tahun)
        else:
            place, limits = _by_size(picture.units)
        rules = PeerRule.of(dimension, language)
        codes = {unit.code for unit in picture.units}
        if unnamed := {name for code, name in place.items() if code in codes} - {rule.id for rule in rules}:
            raise ValueError(f"data/kelompok.csv has no {dimension} group {', '.join(sorted(unnamed))}")
        return cls(
            dimension,
            tuple(
                PeerGroup(
                    rule,
                    tuple(unit for unit in picture.units if place.get(unit.code) == rule.id),
                    *limits.get(rule.id, (None, None)),
                )
                for rule in rules
            ),
            tuple(unit for unit in picture.units if unit.code not in place),
        )


def _by_size(units: Sequence[Standing]) -> tuple[dict[str, str], dict[str, tuple[int | None, int | None]]]:
    pagu = {unit.code: unit.totals.pagu_rp for unit in units if unit.totals.pagu_rp and unit.totals.pagu_rp > 0}
    boundaries = pagu_boundaries(list(pagu.values()))
    if boundaries is None:
        return {}, {}
    small, medium = boundaries
    sizes = {
        code: "pagu_kecil" if amount <= small else "pagu_sedang" if amount <= medium else "pagu_besar"
        for code, amount in pagu.items()
    }
    return sizes, {"pagu_kecil": (None, small), "pagu_sedang": (small, medium), "pagu_besar": (medium, None)}


def _by_grant(cube: pd.DataFrame, tahun: int) -> dict[str, str]:
    year = cube[cube["tahun"] == tahun]
    holders = set(year.loc[year["sumber_dana"].isin(list(HIBAH)), "kode_satker"])
    known = set(year.loc[year["sumber_dana"] != TIDAK_DIRINCI, "kode_satker"])
    return {code: "dengan_hibah" if code in holders else "tanpa_hibah" for code in known}
