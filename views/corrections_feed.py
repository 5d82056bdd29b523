"""The ledger as a feed."""

import re
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from budget.correction import Correction
from budget.reference import Reference
from budget.scope import Scope
from budget.slice import RPD
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext as _
from store.read_changes import read_changes
from store.releases import all_releases
from views.asked import Asked
from views.change_words import ChangeWords
from views.citation import AUTHOR
from views.correction_title import correction_title
from views.published import Published
from views.render import render

_NEWEST: Final = 100
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold in any form."""


def corrections_feed(shown: Published, asked: Asked) -> str:
    """The newest 100 replacements and withdrawals as Atom 1.0 (RFC 4287), in the reader's language.

    An entry's id comes from the hash of its release and its slice, so that it stays the same under another address.

    Args:
        shown: The newest release.
        asked: Language and origin.
    """
    hashes = {release.number: release.hash for release in all_releases(shown.database)}
    ledger = read_changes(shown.database, shown.release.number)[:_NEWEST]
    entries = [
        {
            "id": _urn(f"{hashes[change.release]}/{change.slice.key}"),
            "title": f"{ChangeWords.of(change).kind}: {correction_title(change.slice)}",
            "updated": change.published_at,
            "href": asked.origin + _page(asked, change),
            "text": _text(change),
        }
        for change in ledger
    ]
    text = render(
        "corrections_feed.xml",
        language=asked.bahasa,
        id=_urn(f"{hashes[1]}/koreksi"),
        title=_("Catatan koreksi Serapan"),
        subtitle=_("Data contoh, bukan data resmi.")
        if shown.sample
        else _("Angka yang diganti atau ditarik oleh rilis baru: sebelum dan sesudah"),
        author=AUTHOR,
        updated=ledger[0].published_at if ledger else all_releases(shown.database)[-1].published_at,
        own=f"{asked.origin}/koreksi.atom" + ("" if asked.bahasa == "id" else f"?bahasa={asked.bahasa}"),
        page=asked.origin + asked.link(tahun=None, bulan=None),
        entries=entries,
    )
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_OID, name).urn


def _page(asked: Asked, change: Correction) -> str:
    unit = Reference.load().by_kode_satker.get(change.slice.kode_satker)
    known = unit is not None and unit in Scope.current().units()
    year = change.slice.tahun
    kode = unit.kode_wilayah if unit and known else ""
    return asked.link(kode=kode, anggaran=year, tahun=year, bulan=change.slice.bulan)


def _text(change: Correction) -> str:
    words = ChangeWords.of(change)
    facts = {"note": change.note, "old": change.before.berkas, "reason": words.reason, "text": change.explanation}
    parts = [_amounts(change), words.how]
    if change.after is None:
        return " ".join([*parts, _("Alasan penarikan: “%(note)s”. Berkas yang ditarik: %(old)s.") % facts])
    if words.reason:
        parts.append(_("Alasan: %(reason)s") % facts)
    if change.explanation:
        parts.append(_("Penjelasan satker: “%(text)s”.") % facts)
    parts.append(_("Berkas %(new)s menggantikan %(old)s.") % {**facts, "new": change.after.berkas})
    parts.append(_("Catatan rilis: “%(note)s”.") % facts if change.note else _("Rilis ini tanpa catatan."))
    return " ".join(parts)


def _amounts(change: Correction) -> str:
    before, after = change.before, change.after
    facts = {
        "pagu_before": rupiah(before.totals.pagu_rp),
        "spent_before": rupiah(before.totals.realisasi_rp),
        "plan_before": rupiah(before.rencana_rp),
    }
    if after is None and change.slice.kind == RPD:
        return _("Rencana setahun %(plan_before)s ditarik tanpa pengganti.") % facts
    if after is None:
        return _("Pagu %(pagu_before)s dan realisasi %(spent_before)s ditarik tanpa pengganti.") % facts
    facts |= {
        "pagu_after": rupiah(after.totals.pagu_rp),
        "spent_after": rupiah(after.totals.realisasi_rp),
        "plan_after": rupiah(after.rencana_rp),
    }
    if change.slice.kind == RPD:
        return _("Rencana setahun %(plan_before)s menjadi %(plan_after)s.") % facts
    return _("Pagu %(pagu_before)s menjadi %(pagu_after)s; realisasi %(spent_before)s menjadi %(spent_after)s.") % facts
