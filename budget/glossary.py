"""What the words mean."""

from dataclasses import dataclass
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class Term:
    """A term in plain words, a row of `data/glosarium.csv` in one language.

    Attributes:
        istilah: The term.
        padanan: The same term in the other language.
        arti: What it means, in one or two sentences.
        sumber: Regulation, or whose wording it is.
    """

    istilah: str
    padanan: str
    arti: str
    sumber: str


@cache
def glossary(language: str = "id") -> tuple[Term, ...]:
    """Every term, in the order of the table: related ones stand together.

    Raises:
        KeyError: There is no such language.
    """
    other = localised_rows("glosarium.csv", "en" if language == "id" else "id")
    return tuple(
        Term(row["istilah"], padanan["istilah"], row["arti"], row["sumber"])
        for row, padanan in zip(localised_rows("glosarium.csv", language), other, strict=True)
    )
