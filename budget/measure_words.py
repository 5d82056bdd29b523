"""The measures in words."""

from dataclasses import dataclass
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class MeasureWords:
    """A measure in words, a row of `data/ukuran.csv` in one language.

    Attributes:
        id: Stable name, for links such as `/metodologi#nkpa`.
        nama: Name.
        rumus: Formula.
        penjelasan: How it is meant and when it is left out.
        yang_tidak_ditunjukkan: What it does not show.
        sumber: Regulation, or that it is this product's own.
    """

    id: str
    nama: str
    rumus: str
    penjelasan: str
    yang_tidak_ditunjukkan: str
    sumber: str


@cache
def measure_words(language: str = "id") -> tuple[MeasureWords, ...]:
    """Every measure, in the order of the table.

    Raises:
        KeyError: There is no such language.
    """
    return tuple(MeasureWords(**row) for row in localised_rows("ukuran.csv", language))
