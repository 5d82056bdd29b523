"""How and why something public was replaced or withdrawn, in words."""

from typing import NamedTuple

from budget.correction import Correction
from budget.reasons import reasons
from budget.wording.language import language
from budget.wording.translation import gettext as _
from budget.wording.wib import wib
from store.change import KOREKSI, PENARIKAN, REVISI


class ChangeWords(NamedTuple):
    """How and why something public was replaced or withdrawn.

    Attributes:
        kind: What it was, in a word or two.
        how: By which release, when, and who approved it.
        reason: What the unit chose from the list; empty for nothing.
    """

    kind: str
    how: str
    reason: str

    @classmethod
    def of(cls, change: Correction) -> "ChangeWords":
        """Words a row of the ledger."""
        kind = {
            REVISI: _("Revisi"),
            KOREKSI: _("Koreksi kesalahan"),
            PENARIKAN: _("Ditarik"),
            None: _("Jenis belum dicatat"),
        }[change.kind]
        reason = "" if change.reason is None else reasons(language())[change.reason]
        return cls(kind, _how(change), reason)


def _how(change: Correction) -> str:
    facts = {
        "number": change.release,
        "time": wib(change.published_at),
        "who": change.published_by,
        "submission": change.submission,
    }
    if change.kind == PENARIKAN:
        return _("Ditarik oleh %(who)s dalam rilis %(number)s, %(time)s.") % facts
    if change.submission is None:
        return _("Diganti oleh rilis %(number)s, %(time)s, tanpa pemeriksaan orang kedua.") % facts
    return _("Diganti oleh rilis %(number)s, %(time)s; pengajuan %(submission)s disetujui oleh %(who)s.") % facts
