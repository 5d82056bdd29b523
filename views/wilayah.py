"""Wilayah: what about my region?"""

from budget.budget_tree import budget_tree
from budget.draw_picture import draw_picture
from budget.lines import LEVELS
from budget.pagu_change import pagu_changes
from budget.picture import Picture
from budget.satker import Satker
from budget.unit_months import unit_months
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import CHOICES, Asked
from views.bar_width import bar_width
from views.basis_line import basis_line
from views.beside import beside
from views.cumulative_part import cumulative_part
from views.download_link import download_link
from views.frame import Choice, frame, period_choices
from views.headline import Headline
from views.level_words import level_words
from views.pagu_lines import pagu_lines
from views.performance_part import performance_part
from views.published import Published
from views.region import unit_asked, unit_choice
from views.remarks_part import remarks_part
from views.render import render
from views.screen import Part, Screen
from views.unit_lines import unit_lines


def wilayah(shown: Published, asked: Asked) -> Screen:
    """The page of one unit."""
    unit = unit_asked(asked)
    picture = draw_picture(shown.cube, [unit], asked.view, name=unit.nama, plans=shown.plans, withdrawn=shown.withdrawn)
    basis = basis_line(picture)
    sentence = Headline.of(picture, unit.nama)
    period = {"who": unit.nama, "month": month(asked.view.bulan), "year": asked.view.tahun}
    what = _("%(who)s s.d. %(month)s %(year)s") % period
    choices = [unit_choice(asked), *period_choices(shown, asked), _levels(asked)]
    top, bottom = frame(shown, asked, choices, sample=picture.sample, citation=what)
    reported = _reported(shown, asked, unit, picture, basis) if picture.coverage.reported else ()
    return Screen(
        title=_("Serapan anggaran %(who)s s.d. %(month)s %(year)s") % period,
        description=str(sentence),
        parts=(
            top,
            render("headline.html", sentence=sentence) + remarks_part(shown, asked, unit),
            *reported,
            render(
                "months.html",
                asked=asked,
                months=unit_months(shown.cube, unit.kode_satker, asked.view, shown.withdrawn),
                basis_line=basis,
            ),
            render(
                "pagu_history.html",
                changes=pagu_changes(shown.cube, unit.kode_satker, asked.view),
                basis_line=basis_line(picture, revised=True),
            ),
            *([_tree(shown, asked, unit, basis_line(picture, revised=True))] if reported else []),
            bottom,
        ),
    )


def _levels(asked: Asked) -> Choice:
    return Choice(
        "tingkat", _("Rincian sampai"), [(one, level_words(one)) for one in CHOICES["tingkat"]], asked.tingkat
    )


def _reported(shown: Published, asked: Asked, unit: Satker, picture: Picture, basis: str) -> tuple[Part, ...]:
    facts = {"asked": asked, "picture": picture, "basis_line": basis, "bar_width": bar_width}
    return (
        render("totals.html", pagu_lines=pagu_lines(shown, asked, [unit.kode_satker]), **facts),
        *beside(render("bullets.html", **facts), cumulative_part(shown, asked, picture, basis)),
        performance_part(shown, asked, picture, [unit.kode_satker]),
    )


def _tree(shown: Published, asked: Asked, unit: Satker, basis: str) -> str:
    lines, headings = unit_lines(shown, asked, unit)
    return render(
        "tree.html",
        asked=asked,
        tree=budget_tree(lines, headings),
        open=LEVELS.index(asked.tingkat) + 1,
        csv=download_link(shown.release.number, "baris.csv", asked.view, satker=unit.kode_satker),
        basis_line=basis,
    )
