"""Returning what was handed in."""

from budget.issue import Issue
from store.approve import decide, waiting
from store.database import Database
from store.refused import Refused
from store.signed_in import SignedIn
from store.submission import RETURNED


def give_back(database: Database, number: int, person: SignedIn, *, now: str, reason: str) -> None:
    """Returns a submission to whoever handed it in, who reads the reason and hands in a mended file.

    Raises:
        Refused: No reason is given, or the submission is unknown, decided or not for this person to review.
    """
    if not reason.strip():
        raise Refused(Issue.of("reason-missing"))
    with database.write() as connection:
        waiting(connection, [number], person)
        decide(connection, number, RETURNED, person, now, reason.strip())
