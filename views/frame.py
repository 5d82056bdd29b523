"""What stands around the contents of every page."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from budget.wording.month import month
from budget.wording.translation import gettext as _
from budget.wording.wib import wib
from views.asked import Asked
from views.embedded_pages import EMBEDDED_PAGES
from views.published import Published
from views.render import render


class Choice(NamedTuple):
    """A select box: its name in the address, its words, codes with their words, and the code that holds."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


def pages() -> list[tuple[str, str]]:
    """The pages that the navigation shows: path and words, in its order."""
    return [
        ("", _("Ringkasan")),
        ("wilayah", _("Wilayah")),
        ("bandingkan", _("Bandingkan")),
        ("keterbukaan", _("Keterbukaan")),
        ("data", _("Data")),
        ("koreksi", _("Koreksi")),
        ("metodologi", _("Metodologi")),
    ]


def period_choices(shown: Published, asked: Asked, *, basis: bool = True) -> list[Choice]:
    """Year, month, source of funds and, where it matters, basis."""
    view, years = asked.view, shown.periods
    choices = [
        Choice("tahun", _("Tahun"), [(str(year), str(year)) for year in sorted(years, reverse=True)], str(view.tahun)),
        Choice("bulan", _("Sampai bulan"), [(str(one), month(one)) for one in years[view.tahun]], str(view.bulan)),
        Choice("dana", _("Sumber dana"), [("apbn", "APBN"), ("hibah", _("Hibah"))], view.dana),
    ]
    if basis:
        words = [("revisi", _("Pagu revisi")), ("awal", _("Pagu awal"))]
        choices.append(Choice("dasar", _("Dasar"), words, view.dasar))
    return choices


def frame(shown: Published, asked: Asked, choices: list[Choice], *, sample: bool, citation: str) -> tuple[str, str]:
    """Navigation, controls and notices above the contents, and links and origin of the figures below.

    Args:
        shown: The release.
        asked: The view.
        choices: Controls of the page.
        sample: Invented figures are in what the page shows.
        citation: What the view is called when it is quoted, e.g. `Ringkasan s.d. September 2026`.
    """
    facts = {"shown": shown, "asked": asked, "sample": sample}
    top = render("frame_top.html", pages=pages(), choices=choices, kept=_kept(asked, choices), **facts)
    return top, render("frame_bottom.html", shares=_shares(shown, asked, citation), **facts)


def _kept(asked: Asked, choices: list[Choice]) -> list[tuple[str, str]]:
    """What the form carries on because no control of the page sets it."""
    own = {choice.name for choice in choices}
    query: Mapping[str, str] = asked.query()
    return [(name, value) for name, value in query.items() if name not in own]


def _shares(shown: Published, asked: Asked, citation: str) -> list[tuple[str, str]]:
    fixed = f"{asked.origin}{asked.link(rilis=shown.release.number)}"
    facts = {
        "what": citation,
        "number": shown.release.number,
        "time": wib(shown.release.published_at),
        "address": fixed,
    }
    return [
        (_("Tautan ke tampilan ini (selalu angka terbaru periode ini)"), f"{asked.origin}{asked.link(rilis=None)}"),
        (_("Tautan tetap (rilis %(number)s, tidak pernah berubah)") % facts, fixed),
        (
            _("Teks kutipan"),
            _("Serapan, anggaran KPU: %(what)s. Rilis %(number)s, terbit %(time)s. %(address)s") % facts,
        ),
        *([(_("Kode sematan untuk situs lain"), _frame_code(asked, citation))] if asked.page in EMBEDDED_PAGES else []),
    ]


def _frame_code(asked: Asked, citation: str) -> str:
    query = urlencode({"halaman": asked.page, **asked.query(rilis=None)})
    code = Markup('<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>')
    return str(code.format(f"{asked.origin}/sematan?{query}", citation, EMBEDDED_PAGES[asked.page]))
