"""Ringkasan: how much was spent, and is that on plan?"""

from budget.draw_picture import draw_picture
from budget.province import PROVINCE
from budget.reference import Reference
from budget.standing import Standing
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.bar_width import bar_width
from views.basis_line import basis_line
from views.cumulative_part import cumulative_part
from views.download_link import download_link
from views.frame import frame, period_choices
from views.headline import Headline
from views.published import Published
from views.render import render
from views.screen import Columns, Screen
from views.tiles import tiles


def ringkasan(shown: Published, asked: Asked) -> Screen:
    """The page of the whole province."""
    reference = Reference.load()
    who = _("satker KPU di Jawa Timur")
    picture = draw_picture(shown.cube, reference.in_province(PROVINCE), asked.view, name=who)
    basis = basis_line(picture)
    sentence = Headline.of(picture, who)
    facts = {"asked": asked, "picture": picture, "basis_line": basis, "bar_width": bar_width}
    period = {"month": month(asked.view.bulan), "year": asked.view.tahun}
    what = _("Ringkasan s.d. %(month)s %(year)s") % period
    top, bottom = frame(shown, asked, period_choices(shown, asked), sample=picture.sample, citation=what)
    links = {
        unit.code: asked.link("wilayah", kode=reference.by_kode_satker[unit.code].kode_wilayah)
        for unit in picture.units
    }
    table = render(
        "units_table.html",
        title=_("Semua satker"),
        first=_("Satker"),
        links=links,
        csv=download_link(shown.release.number, "satker.csv", asked.view),
        **facts,
    )
    return Screen(
        title=_("Serapan anggaran KPU Jawa Timur s.d. %(month)s %(year)s") % period,
        description=str(sentence),
        parts=(
            top,
            render("headline.html", sentence=sentence, **facts),
            render("totals.html", **facts),
            Columns(
                left=(_map(asked, picture.units, picture.all.pace.gap_points is not None, basis),),
                right=cumulative_part(shown, asked, picture, basis),
            ),
            render("bullets.html", **facts),
            table,
            bottom,
        ),
    )


def _map(asked: Asked, units: tuple[Standing, ...], judged: bool, basis: str) -> str:
    return render("tile_map.html", tiles=tiles(units, Reference.load(), asked), judged=judged, basis_line=basis)
