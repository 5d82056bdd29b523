"""A part of the audit chain, to be read."""

from dataclasses import dataclass

from store.recorded_acts import RecordedAct


@dataclass(frozen=True)
class AuditLog:
    """A part of the audit chain, to be read.

    Attributes:
        rows: Acts, newest first.
        count: How many there are of what was asked for, on all pages.
        pages: How many pages they fill, at least one.
        acts: Every kind of act that was ever recorded, in alphabetical order.
        people: Every name that did something or has an account, likewise.
    """

    rows: tuple[RecordedAct, ...]
    count: int
    pages: int
    acts: tuple[str, ...]
    people: tuple[str, ...]
