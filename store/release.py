"""A published state."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Release:
    """A published state; it never changes.

    Attributes:
        number: 1, 2, 3…
        published_at: Time, ISO 8601 in UTC.
        published_by: Account name.
        note: What the publisher wrote.
        previous_hash: Hash of the release before; empty for the first.
        hash: SHA-256 over the release's content and `previous_hash`.
        root: Merkle root over the canonical lines of the slices that it sets; None in releases from before roots.
    """

    number: int
    published_at: str
    published_by: str
    note: str
    previous_hash: str
    hash: str
    root: str | None = None
