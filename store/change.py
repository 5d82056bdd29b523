"""What a release does to a slice."""

from dataclasses import dataclass

BARU, REVISI, KOREKSI, PENARIKAN = "baru", "revisi", "koreksi", "penarikan"
"""A slice that was not public; later, better data; the mending of a mistake; a slice that is taken back."""


@dataclass(frozen=True)
class Change:
    """What a release does to a slice.

    Attributes:
        draft_id: Draft that stands there now; where it is withdrawn, the one that stood.
        kind: `baru`, `revisi`, `koreksi` or `penarikan`.
        replaces: Draft that stood there before, None where there was none.
        submission_id: What was handed in and approved, None where nobody reviewed it.
    """

    draft_id: int
    kind: str
    replaces: int | None = None
    submission_id: int | None = None
