"""Figures that others published."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class PublishedFigure:
    """A figure that the press or KPU printed: real, for comparison, never mixed with what is uploaded.

    Attributes:
        satker: Whose money.
        anggaran: Which budget.
        pagu_rp: Ceiling, rupiah; None where it was not published. Likewise the others.
        realisasi_rp: Spent.
        dikembalikan_rp: Returned.
        sampai: Date that the figure holds for; None where it was not printed.
        sumber: Where it was printed.
        catatan: What to know about it, in the language asked for; the other texts are as they were printed.
    """

    satker: str
    anggaran: str
    pagu_rp: int | None
    realisasi_rp: int | None
    dikembalikan_rp: int | None
    sampai: date | None
    sumber: str
    catatan: str


@cache
def published_figures(language: str = "id") -> tuple[PublishedFigure, ...]:
    """Every row of `data/apbn-published.csv` and `data/hibah-pilkada-published.csv`, in that order.

    Raises:
        KeyError: There is no such language.
    """
    apbn = [
        PublishedFigure(
            satker=row["badan"],
            anggaran=row["anggaran"],
            pagu_rp=_amount(row["pagu_rp"]),
            realisasi_rp=_amount(row["realisasi_rp"]),
            dikembalikan_rp=None,
            sampai=date.fromisoformat(row["per_tanggal"]),
            sumber=row["sumber"],
            catatan="",
        )
        for row in localised_rows("apbn-published.csv", language)
    ]
    grants = [
        PublishedFigure(
            satker=row["satker"],
            anggaran=f"Hibah {row['pemilihan']}",
            pagu_rp=_amount(row["pagu_rp"]),
            realisasi_rp=_amount(row["realisasi_rp"]),
            dikembalikan_rp=_amount(row["dikembalikan_rp"]),
            sampai=None,
            sumber=row["sumber"],
            catatan=row["catatan"],
        )
        for row in localised_rows("hibah-pilkada-published.csv", language)
    ]
    return (*apbn, *grants)


def _amount(text: str) -> int | None:
    return int(text) if text else None
