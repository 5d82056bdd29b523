"""Acts as a table."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from budget.wording.wib import wib
from store.recorded_acts import RecordedAct
from views.act_words import act_words
from views.render import render

_SHORT: Final = 12


class _Row(NamedTuple):
    number: int
    at: str
    by: str
    words: str
    short: str
    hash: str


def audit_part(acts: Sequence[RecordedAct]) -> str:
    """Acts of the audit chain as HTML, in Indonesian and in their order."""
    rows = [_Row(act.number, _time(act.at), act.by, act_words(act), act.hash[:_SHORT], act.hash) for act in acts]
    return render("audit_part.html", rows=rows)


def _time(at: str) -> str:
    try:
        return wib(at)
    except ValueError:
        # Changed by hand: `store.check_audit` names the row.
        return at
