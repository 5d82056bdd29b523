"""Which unit a text means."""

from dataclasses import dataclass

from budget.satker import Satker


@dataclass(frozen=True)
class SatkerMatch:
    """Which unit a text means, or which it could mean.

    Attributes:
        kode_satker: The unit's code; None where it is not decided.
        how: `code`, `name`, `similar` (a spelling close to one name only), `ambiguous`, `unknown` or `none` (the text
            is of no unit).
        candidates: The units that it could be, for the question; the unit itself where it is decided.
    """

    kode_satker: str | None
    how: str
    candidates: tuple[Satker, ...] = ()
