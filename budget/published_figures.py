"""Figures that others published."""

import csv
from dataclasses import dataclass
from functools import cache

from budget.data_folder import DATA_FOLDER


@dataclass(frozen=True)
class PublishedFigure:
    """A figure that the press or KPU printed: real, for comparison, never mixed with what is uploaded.

    Attributes:
        satker: Whose money.
        anggaran: Which budget.
        pagu_rp: Ceiling, rupiah; None where it was not published. Likewise the others.
        realisasi_rp: Spent.
        dikembalikan_rp: Returned.
        sampai: Date that the figure holds for, or empty.
        sumber: Where it was printed.
        catatan: What to know about it.
    """

    satker: str
    anggaran: str
    pagu_rp: int | None
    realisasi_rp: int | None
    dikembalikan_rp: int | None
    sampai: str
    sumber: str
    catatan: str


@cache
def published_figures() -> tuple[PublishedFigure, ...]:
    """Every row of `data/apbn-published.csv` and `data/hibah-pilkada-published.csv`, in that order."""
    apbn = [
        PublishedFigure(
            satker=row["badan"],
            anggaran=row["anggaran"],
            pagu_rp=_amount(row["pagu_rp"]),
            realisasi_rp=_amount(row["realisasi_rp"]),
            dikembalikan_rp=None,
            sampai=row["per_tanggal"],
            sumber=row["sumber"],
            catatan="",
        )
        for row in _rows("apbn-published.csv")
    ]
    grants = [
        PublishedFigure(
            satker=row["satker"],
            anggaran=f"Hibah {row['pemilihan']}",
            pagu_rp=_amount(row["pagu_rp"]),
            realisasi_rp=_amount(row["realisasi_rp"]),
            dikembalikan_rp=_amount(row["dikembalikan_rp"]),
            sampai="",
            sumber=row["sumber"],
            catatan=row["catatan"],
        )
        for row in _rows("hibah-pilkada-published.csv")
    ]
    return (*apbn, *grants)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _amount(text: str) -> int | None:
    return int(text) if text else None
