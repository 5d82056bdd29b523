"""A stage of an election."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class Stage:
    """A stage of an election, a row of `data/stages.csv` in one language.

    Attributes:
        pemilihan: Which election, e.g. `Pilkada 2024`.
        tahapan: Name of the stage.
        singkat: Short name for a chart.
        mulai: First day, or None where the regulation gives none.
        selesai: Last day.
        di_grafik: Whether charts show it; the others overlap and are in the table only.
        sumber: Regulation.
    """

    pemilihan: str
    tahapan: str
    singkat: str
    mulai: date | None
    selesai: date
    di_grafik: bool
    sumber: str

    @classmethod
    @cache
    def all(cls, language: str = "id") -> tuple["Stage", ...]:
        """Every stage of the table, in its order.

        Args:
            language: Of `pemilihan`, `tahapan` and `singkat`.

        Raises:
            KeyError: There is no such language.
        """
        return tuple(
            cls(
                pemilihan=row["pemilihan"],
                tahapan=row["tahapan"],
                singkat=row["singkat"],
                mulai=date.fromisoformat(row["mulai"]) if row["mulai"] else None,
                selesai=date.fromisoformat(row["selesai"]),
                di_grafik=row["di_grafik"] == "ya",
                sumber=row["sumber"],
            )
            for row in localised_rows("stages.csv", language)
        )
