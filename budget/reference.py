"""The reference tables that a reading needs."""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from budget.data_folder import DATA_FOLDER
from budget.layout import Layout
from budget.satker import Satker
from budget.wilayah import Wilayah


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(text: str) -> int | None:
    return int(text) if text else None


@dataclass(frozen=True)
class Reference:
    """The reference tables that a reading needs.

    Attributes:
        satker: All KPU units; codes come from a public list that KPU has not signed off.
        wilayah: Regions on the tile map of the province shown.
        layouts: What people once said that unknown layouts mean.
    """

    satker: tuple[Satker, ...]
    wilayah: tuple[Wilayah, ...]
    layouts: tuple[Layout, ...] = ()

    @classmethod
    @cache
    def load(cls) -> "Reference":
        """Reads `data/satker.csv` and `data/wilayah_jatim.csv`, once per process."""
        return cls(
            satker=tuple(Satker(**row) for row in _rows(DATA_FOLDER / "satker.csv")),
            wilayah=tuple(
                Wilayah(
                    kode_wilayah=row["kode_wilayah"],
                    nama=row["nama"],
                    singkatan=row["singkatan"],
                    baris=int(row["baris"]),
                    kolom=int(row["kolom"]),
                    penduduk=_number(row["penduduk_2024s2"]),
                    tps=_number(row["tps_pilgub_2024"]),
                    dpt=_number(row["dpt_pilgub_2024"]),
                )
                for row in _rows(DATA_FOLDER / "wilayah_jatim.csv")
            ),
        )

    @cached_property
    def by_kode_satker(self) -> dict[str, Satker]:
        """Units by six-digit code."""
        return {unit.kode_satker: unit for unit in self.satker}

    @cached_property
    def by_kode_wilayah(self) -> dict[str, Satker]:
        """Units by region code."""
        return {unit.kode_wilayah: unit for unit in self.satker}

    @cached_property
    def wilayah_by_kode(self) -> dict[str, Wilayah]:
        """Regions of the tile map by region code."""
        return {region.kode_wilayah: region for region in self.wilayah}

    def in_province(self, kode: str) -> tuple[Satker, ...]:
        """The province's own unit and those of its kabupaten and kota, by region code."""
        return tuple(unit for unit in self.satker if unit.kode_wilayah[:2] == kode)
