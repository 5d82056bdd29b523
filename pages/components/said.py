"""What somebody who hands in tells the public."""

from dataclasses import dataclass

from store.change import REVISI


@dataclass(frozen=True)
class Said:
    """What somebody who hands in tells the public.

    Attributes:
        note: Free text.
        kind: `revisi` or `koreksi`, where something public is replaced.
        reason: A code of `data/alasan.csv`, None for none.
    """

    note: str = ""
    kind: str = REVISI
    reason: str | None = None
