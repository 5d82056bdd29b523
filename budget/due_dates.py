"""By when a month has to be reported."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class DueDate:
    """By when a month has to be reported, a row of `data/kalender.csv`.

    Attributes:
        tahun: Budget year.
        bulan: Month that is reported, 1–12.
        jatuh_tempo: Last day, in Western Indonesian Time (WIB), on which a report is on time.
        dasar: Who set it, in words.
    """

    tahun: int
    bulan: int
    jatuh_tempo: date
    dasar: str


@cache
def due_dates(language: str = "id") -> dict[tuple[int, int], DueDate]:
    """The declared reporting calendar by (tahun, bulan); a month that it lacks is not asked for.

    Source: this product's own declaration (`data/README.md`); no regulation sets these days.

    Args:
        language: Of `dasar`.
    """
    rows = [
        DueDate(int(row["tahun"]), int(row["bulan"]), date.fromisoformat(row["jatuh_tempo"]), row["dasar"])
        for row in localised_rows("kalender.csv", language)
    ]
    return {(row.tahun, row.bulan): row for row in rows}
