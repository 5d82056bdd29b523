"""Figures worked out again from the downloaded tables, with pandas and fractions alone."""

import io
from collections.abc import Collection
from fractions import Fraction
from functools import cached_property
from math import floor
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import requests

from tests.browser.site import Site

LEVELS = ["program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun"]
_AMOUNTS = ["pagu_rp", "realisasi_rp", "sisa_rp", "realisasi_ini_rp"]
_GRANTS = ["HLN", "HDN", "HLD"]
_DATA = Path(__file__).parents[2] / "data"


class Sums(NamedTuple):
    """Rupiah of a group of lines."""

    pagu: int
    realisasi: int
    sisa: int
    ini: int

    @property
    def rate(self) -> Fraction | None:
        """Percent of pagu."""
        return Fraction(self.realisasi * 100, self.pagu) if self.pagu else None


class Term(NamedTuple):
    """A jenis belanja in the NKPA of a quarter."""

    jenis: str
    sums: Sums
    target: int
    score: Fraction
    weight: Fraction


class Truth:
    """What `baris.csv`, `satker.csv` and `koreksi.csv` of the newest release say of one budget year and basis.

    Args:
        site: Where they are downloaded; its plans are not among the tables.
        tahun: Budget year.
        bulan: Month.
        dana: `apbn` or `hibah`.
        awal: Against the ceiling first reported that year.
    """

    def __init__(
        self, site: Site, tahun: int = 2026, bulan: int = 9, dana: str = "apbn", *, awal: bool = False
    ) -> None:
        self.site, self.tahun, self.bulan, self.dana = site, tahun, bulan, dana
        query = f"tahun={tahun}&bulan={bulan}&dana={dana}" + ("&dasar=awal" if awal else "")
        self.units = self.table(f"satker.csv?{query}")
        lines = self.table("baris.csv")
        lines = lines[(lines["tahun"] == tahun) & (lines["sumber_dana"].isin(_GRANTS) == (dana == "hibah"))]
        lines = lines.assign(jenis=lines["akun"].str[:2])
        cube = lines.groupby(["kode_satker", "bulan", "jenis"])[_AMOUNTS].sum().reset_index()
        if awal:
            first = cube[cube["bulan"] == cube.groupby("kode_satker")["bulan"].transform("min")]
            ceilings = first.set_index(["kode_satker", "jenis"])["pagu_rp"]
            cube["pagu_rp"] = [ceilings[key] for key in zip(cube["kode_satker"], cube["jenis"], strict=True)]
            cube["sisa_rp"] = cube["pagu_rp"] - cube["realisasi_rp"]
        self.lines, self.cube = lines, cube

    def table(self, name: str) -> pd.DataFrame:
        """A table of the newest release; codes are text, amounts integers."""
        answer = requests.get(f"{self.site.url}/data/rilis/{self.site.number}/{name}", timeout=30)
        assert answer.status_code == 200, answer.text
        frame = pd.read_csv(io.BytesIO(answer.content), dtype="str")
        whole = [column for column in frame if column.endswith("_rp") or column in {"tahun", "bulan", "rilis"}]
        return frame.astype(dict.fromkeys(whole, "Int64"))

    @cached_property
    def now(self) -> pd.DataFrame:
        """The cube of the month."""
        return self.cube[self.cube["bulan"] == self.bulan]

    @cached_property
    def reported(self) -> list[str]:
        """Satker codes of those that reported the month."""
        return sorted(set(self.now["kode_satker"]))

    def sums(self, units: Collection[str] | None = None, jenis: str | None = None, bulan: int | None = None) -> Sums:
        """Sums of units (all by default), of one jenis belanja, of a month (the view's by default)."""
        rows = self.cube[self.cube["bulan"] == (bulan or self.bulan)]
        rows = rows if units is None else rows[rows["kode_satker"].isin(list(units))]
        rows = rows if jenis is None else rows[rows["jenis"] == jenis]
        return Sums(*(int(rows[name].sum()) for name in _AMOUNTS))

    def plan(self, kode_satker: str, bulan: int, jenis: str | None = None) -> int | None:
        """What a unit planned to have drawn by a month's end; None without a plan."""
        plans = self.site.plans
        own = plans[(plans["kode_satker"] == kode_satker) & (plans["tahun"] == self.tahun)]
        own = own if jenis is None else own[own["jenis"] == jenis]
        if own.empty or self.dana == "hibah":
            return None
        return int(own.loc[own["bulan"] <= bulan, "rencana_rp"].sum())

    def target_rp(
        self, units: Collection[str] | None = None, jenis: str | None = None, bulan: int | None = None
    ) -> int | None:
        """What should have been spent by a month's end, rounded down: own plans, else targets of the mix of today."""
        month = bulan or self.bulan
        hundredths = 0
        for kode in self.reported if units is None else units:
            own = self.plan(kode, month, jenis)
            if own is not None:
                hundredths += own * 100
                continue
            if month < 3:
                return None
            rows = self.now[self.now["kode_satker"] == kode]
            for kind, pagu in zip(rows["jenis"], rows["pagu_rp"], strict=True):
                if jenis in (None, kind):
                    hundredths += int(pagu) * self.targets[kind, month // 3]
        return hundredths // 100

    def gap(self, units: Collection[str] | None = None, jenis: str | None = None) -> Fraction | None:
        """Absorption − target, percentage points."""
        target, sums = self.target_rp(units, jenis), self.sums(units, jenis)
        return None if target is None or not sums.pagu else Fraction((sums.realisasi - target) * 100, sums.pagu)

    @cached_property
    def targets(self) -> dict[tuple[str, int], int]:
        """Percent of pagu by jenis belanja and quarter."""
        rows = pd.read_csv(_DATA / "targets.csv", dtype={"jenis": "str"})
        keys = zip(rows["jenis"], rows["triwulan"], strict=True)
        return dict(zip(keys, rows["target_persen"].tolist(), strict=True))

    def kinds(self, units: Collection[str] | None = None) -> list[str]:
        """The jenis belanja of units in the month, in order of their codes."""
        rows = self.now if units is None else self.now[self.now["kode_satker"].isin(list(units))]
        return sorted(set(rows["jenis"]))

    def nkpa(self, kode_satker: str, quarter: int) -> list[Term]:
        """The terms of a unit's NKPA in a quarter."""
        kinds = sorted(set(self.cube.loc[self.cube["kode_satker"] == kode_satker, "jenis"]))
        sums = {jenis: self.sums([kode_satker], jenis, quarter * 3) for jenis in kinds}
        whole = sum(one.pagu for one in sums.values() if one.pagu > 0)
        return [
            Term(
                jenis,
                one,
                self.targets[jenis, quarter],
                min(Fraction(100), one.rate / self.targets[jenis, quarter] * 100),
                Fraction(one.pagu, whole),
            )
            for jenis, one in sums.items()
            if one.pagu > 0
        ]

    def months(self, kode_satker: str) -> list[int]:
        """The months up to the view's that a unit reported."""
        own = self.cube[(self.cube["kode_satker"] == kode_satker) & (self.cube["bulan"] <= self.bulan)]
        return sorted(set(own["bulan"].tolist()))

    def alone(self, kode_satker: str, bulan: int) -> int:
        """Spent in a month alone: the difference to the report before, or for the first what the sheet prints."""
        before = [month for month in self.months(kode_satker) if month < bulan]
        sums = self.sums([kode_satker], bulan=bulan)
        return sums.realisasi - self.sums([kode_satker], bulan=before[-1]).realisasi if before else sums.ini

    def code(self, kode_wilayah: str) -> str:
        """The satker code of a region."""
        [code] = self.units.loc[self.units["kode_wilayah"] == kode_wilayah, "kode_satker"]
        return code


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half upwards."""
    return floor(value + Fraction(1, 2))
