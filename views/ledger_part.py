"""The ledger of what releases replaced and withdrew."""

from collections.abc import Sequence
from typing import NamedTuple

from budget.correction import Correction
from budget.reference import Reference
from budget.scope import Scope
from budget.slice import RPD
from budget.slice_version import SliceVersion
from budget.sumber_dana import HIBAH
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.change_words import ChangeWords
from views.correction_title import correction_title
from views.render import render

_AT_ONCE = 100
"""So many of the newest are on the page; all are in the CSV."""


class _Row(NamedTuple):
    words: str
    before: int | None
    after: int | None
    difference: int | None


class _Entry(NamedTuple):
    title: str
    words: ChangeWords
    change: Correction
    rows: list[_Row]
    versions: list[tuple[str, SliceVersion, str]]


def ledger_part(ledger: Sequence[Correction], asked: Asked) -> str:
    """Before and after of each change, how and why, with both files and both releases to open; empty for none.

    Args:
        ledger: What to show, newest first.
        asked: The view; language, for links.
    """
    entries = [
        _Entry(correction_title(change.slice), ChangeWords.of(change), change, _rows(change), _versions(asked, change))
        for change in ledger[:_AT_ONCE]
    ]
    return render("ledger.html", entries=entries, number=len(ledger)) if entries else ""


def _versions(asked: Asked, change: Correction) -> list[tuple[str, SliceVersion, str]]:
    before = (_("Berkas sebelum"), change.before, _link(asked, change, change.before))
    if change.after is None:
        return [before]
    return [before, (_("Berkas sesudah"), change.after, _link(asked, change, change.after))]


def _link(asked: Asked, change: Correction, version: SliceVersion) -> str:
    """The unit's page as that release showed it; a unit that is not shown here has none."""
    piece = change.slice
    unit = Reference.load().by_kode_satker.get(piece.kode_satker)
    if unit is None or unit not in Scope.current().units():
        return ""
    return asked.link(
        "wilayah",
        kode=unit.kode_wilayah,
        tahun=piece.tahun,
        bulan=piece.bulan,
        dana="hibah" if piece.sumber_dana in HIBAH else "apbn",
        dasar="revisi",
        rilis=version.release,
    )


def _rows(change: Correction) -> list[_Row]:
    if change.slice.kind == RPD:
        after = change.after.rencana_rp if change.after else None
        return [_Row(_("Rencana setahun"), change.before.rencana_rp, after, change.plan_change_rp)]
    versions = (change.before.totals, change.after.totals if change.after else None, change.change)
    names = {"pagu_rp": _("Pagu"), "realisasi_rp": _("Realisasi"), "sisa_rp": _("Sisa")}
    return [_Row(words, *(getattr(one, name, None) for one in versions)) for name, words in names.items()]
