"""What a draft would change in one budget line."""

from dataclasses import dataclass

from budget.slice import Slice


@dataclass(frozen=True)
class LineChange:
    """What a draft would change in one budget line; amounts in rupiah, None where unknown or where there is no line.

    Attributes:
        slice: Where the line stands.
        path: Its codes from program down, joined with `/`.
        uraian: What it is called.
        kind: `baru`, `hilang` or `berubah`.
        pagu_before: Ceiling that is public now.
        pagu_after: Ceiling that the draft says.
        realisasi_before: Spent, as it is public now.
        realisasi_after: Spent, as the draft says.
    """

    slice: Slice
    path: str
    uraian: str
    kind: str
    pagu_before: int | None
    pagu_after: int | None
    realisasi_before: int | None
    realisasi_after: int | None
