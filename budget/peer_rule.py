"""By which rule units belong together."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from budget.localised_rows import localised_rows

PeerDimension = Literal["jenis_wilayah", "ukuran_pagu", "pilkada"]
"""By what units are compared: kind of region, size of pagu, with or without a grant."""


@dataclass(frozen=True)
class PeerRule:
    """A group of peers, a row of `data/kelompok.csv` in one language.

    Attributes:
        id: Code of the group; which units belong to it is decided in `PeerGroups`.
        dimension: A `PeerDimension`.
        nama: Name.
        aturan: The rule in plain words.
    """

    id: str
    dimension: str
    nama: str
    aturan: str

    @classmethod
    @cache
    def of(cls, dimension: PeerDimension, language: str = "id") -> tuple["PeerRule", ...]:
        """The groups of one dimension, in the order of the table.

        Raises:
            KeyError: There is no such language.
        """
        rows = localised_rows("kelompok.csv", language)
        return tuple(cls(**row) for row in rows if row["dimension"] == dimension)
