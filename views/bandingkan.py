"""Bandingkan: how does it compare, fairly?"""

from dataclasses import replace
from typing import cast

from budget.compare import compare
from budget.comparison import Comparison
from budget.jenis_belanja import jenis_belanja
from budget.peer_rule import PeerDimension
from budget.reference import Reference
from budget.sort_units import UnitOrder
from budget.wording.language import language
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import CHOICES, Asked
from views.basis_line import basis_line
from views.comparison_headline import comparison_headline
from views.comparison_table import comparison_table
from views.dot_plot import dot_plot
from views.frame import Choice, frame, period_choices
from views.order_words import order_words
from views.panels_part import panels_part
from views.peer_sentence import peer_sentence
from views.province_shown import province_shown
from views.published import Published
from views.region import province, province_choice, province_units, region_name, unit_choice
from views.render import render
from views.screen import Part, Screen


def bandingkan(shown: Published, asked: Asked) -> Screen:
    """The page of the units of one province, each beside its peers."""
    if province(asked) is None:
        asked = replace(asked, kode=province_shown(asked))
    comparison = compare(
        shown.cube,
        province_units(asked),
        asked.view,
        cast("PeerDimension", asked.kelompok),
        order=cast("UnitOrder", asked.urut),
        jenis=None if asked.jenis == "semua" else asked.jenis,
        plans=shown.plans,
        withdrawn=shown.withdrawn,
        language=language(),
    )
    period = {"month": month(asked.view.bulan), "year": asked.view.tahun, "region": region_name(asked)}
    top, bottom = frame(
        shown,
        asked,
        _choices(shown, asked),
        sample=comparison.picture.sample,
        citation=_("Perbandingan satker KPU di %(region)s s.d. %(month)s %(year)s") % period,
    )
    sentence = comparison_headline(comparison, asked)
    return Screen(
        title=_("Perbandingan serapan satker KPU di %(region)s s.d. %(month)s %(year)s") % period,
        description=str(sentence),
        parts=(top, render("headline.html", sentence=sentence), *_blocks(shown, asked, comparison), bottom),
    )


def _blocks(shown: Published, asked: Asked, comparison: Comparison) -> tuple[Part, ...]:
    if not comparison.picture.units:
        return (render("nothing_to_compare.html"),)
    marked = Reference.load().by_kode_wilayah[asked.kode].kode_satker if asked.kode else ""
    basis, order = basis_line(comparison.picture), order_words(comparison, asked)
    if asked.jenis != "semua":
        basis = _("%(basis)s, hanya %(kind)s") % {
            "basis": basis,
            "kind": jenis_belanja(language())[asked.jenis].lower(),
        }
    facts = {"order_words": order, "basis": basis, "marked": marked}
    return (
        render("peer_sentence.html", sentence=peer_sentence(comparison, marked)),
        dot_plot(asked, comparison, **facts),
        *panels_part(shown, asked, comparison, **facts),
        comparison_table(shown, asked, comparison, **facts),
    )


def _choices(shown: Published, asked: Asked) -> list[Choice]:
    kinds = jenis_belanja(language())
    kind_words = [("semua", _("Semua")), *((code, kinds[code]) for code in CHOICES["jenis"] if code in kinds)]
    group_words = [
        ("jenis_wilayah", _("Jenis wilayah")),
        ("ukuran_pagu", _("Ukuran pagu")),
        ("pilkada", _("Hibah pilkada")),
    ]
    sort_words = [
        ("kode", _("Kode wilayah")),
        ("selisih_rp", _("Selisih target, rupiah")),
        ("selisih_poin", _("Selisih target, poin")),
    ]
    marked = unit_choice(asked, all_words=_("Tidak ada"))._replace(label=_("Tandai satker"))
    return [
        *period_choices(shown, asked),
        Choice("kelompok", _("Kelompok"), group_words, asked.kelompok),
        Choice("jenis", _("Jenis belanja"), kind_words, asked.jenis),
        Choice("urut", _("Urutan"), sort_words, asked.urut),
        *(province_choice(asked, whole=False) or [marked]),
    ]
