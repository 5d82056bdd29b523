"""What a unit, or who took its figures back, says about a public slice."""

from dataclasses import dataclass

from budget.slice import Slice


@dataclass(frozen=True)
class Remark:
    """What a unit says about a public slice, or why the slice was withdrawn.

    Attributes:
        slice: What it is about.
        withdrawn: Whether its figures were taken back and stand only in the releases before `release`.
        reason: A code of `data/alasan.csv`, None where none was chosen.
        text: What was written; empty for nothing.
        release: Release that set or withdrew the slice.
        published_at: Its time, ISO 8601 in UTC.
    """

    slice: Slice
    withdrawn: bool
    reason: str | None
    text: str
    release: int
    published_at: str
