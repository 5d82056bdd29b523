"""What was handed in for review."""

from dataclasses import dataclass

WAITING, APPROVED, RETURNED, SUPERSEDED = "menunggu", "disetujui", "dikembalikan", "diganti"
"""States of a submission."""


@dataclass(frozen=True)
class Submission:
    """What was handed in for review, and what became of it.

    Attributes:
        number: 1, 2, 3…
        draft_id: What the loader made of the file.
        submitted_at: Time, ISO 8601 in UTC.
        submitted_by: Account name.
        kind: What it is where it replaces something public: `revisi` or `koreksi`.
        note: What the public is told.
        reason: A code of `data/alasan.csv`, None where none was chosen.
        state: `menunggu`, `disetujui`, `dikembalikan` or `diganti`.
        decided_at: Time of the decision, None while it waits.
        decided_by: Account name, likewise.
        decision: What the reviewer wrote, likewise.
        berkas: Name of the file.
        sha256: Of the file.
        slices: Keys of the slices that it would set.
        satker: Codes of their units.
    """

    number: int
    draft_id: int
    submitted_at: str
    submitted_by: str
    kind: str
    note: str
    reason: str | None
    state: str
    decided_at: str | None
    decided_by: str | None
    decision: str | None
    berkas: str
    sha256: str
    slices: tuple[str, ...]
    satker: frozenset[str]
