"""Ringkasan: how much was spent, and is that on plan?"""

from budget.draw_nation import draw_nation
from budget.draw_picture import draw_picture
from budget.picture import Picture
from budget.reference import Reference
from budget.scope import Scope
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.bar_width import bar_width
from views.basis_line import basis_line
from views.beside import beside
from views.cumulative_part import cumulative_part
from views.download_link import download_link
from views.frame import frame, period_choices
from views.headline import Headline
from views.pagu_lines import pagu_lines
from views.performance_part import performance_part
from views.places import province_places, unit_places
from views.published import Published
from views.region import province, province_choice, province_units, region_name
from views.render import render
from views.screen import Screen
from views.tiles import tiles


def ringkasan(shown: Published, asked: Asked) -> Screen:
    """The page of a province, or of the country by provinces."""
    name = region_name(asked)
    who = _("satker KPU di %(region)s") % {"region": name}
    picture, counts = _picture(shown, asked, who)
    basis = basis_line(picture)
    codes = [unit.kode_satker for unit in province_units(asked)]
    sentence = Headline.of(picture, who)
    facts = {"asked": asked, "picture": picture, "basis_line": basis, "bar_width": bar_width}
    period = {"month": month(asked.view.bulan), "year": asked.view.tahun, "region": name}
    top, bottom = frame(
        shown,
        asked,
        [*province_choice(asked), *period_choices(shown, asked)],
        sample=picture.sample,
        citation=_("Ringkasan %(region)s s.d. %(month)s %(year)s") % period,
    )
    return Screen(
        title=_("Serapan anggaran KPU di %(region)s s.d. %(month)s %(year)s") % period,
        description=str(sentence),
        parts=(
            top,
            render("headline.html", sentence=sentence),
            render("totals.html", pagu_lines=pagu_lines(shown, asked, codes), **facts),
            *beside(_map(asked, picture, basis), cumulative_part(shown, asked, picture, basis)),
            *([render("bullets.html", **facts)] if picture.jenis else []),
            performance_part(shown, asked, picture, codes),
            _table(shown, asked, picture, counts, basis),
            bottom,
        ),
    )


def _picture(shown: Published, asked: Asked, who: str) -> tuple[Picture, dict[str, tuple[int, int]]]:
    """The picture, and where its rows are provinces, how many units of each reported and should."""
    if province(asked) is None:
        nation = draw_nation(shown.cube, Scope.current(), asked.view, plans=shown.plans, withdrawn=shown.withdrawn)
        return nation.picture, {kode: (one.reported, one.expected) for kode, one in nation.coverage.items()}
    return draw_picture(
        shown.cube, province_units(asked), asked.view, name=who, plans=shown.plans, withdrawn=shown.withdrawn
    ), {}


def _map(asked: Asked, picture: Picture, basis: str) -> str:
    kode = province(asked)
    places = unit_places(asked, kode) if kode else province_places(asked)
    judged = picture.all.pace.gap_points is not None
    return render(
        "tile_map.html",
        tiles=tiles(picture.units, places),
        judged=judged,
        reported=picture.coverage.reported,
        nation=kode is None,
        basis_line=basis,
    )


def _table(shown: Published, asked: Asked, picture: Picture, counts: dict[str, tuple[int, int]], basis: str) -> str:
    by_satker, kode = Reference.load().by_kode_satker, province(asked) or ""
    links = {
        unit.code: asked.link("", kode=unit.code)
        if counts
        else asked.link("wilayah", kode=by_satker[unit.code].kode_wilayah)
        for unit in picture.units
    }
    return render(
        "units_table.html",
        picture=picture,
        title=_("Semua provinsi") if counts else _("Semua satker"),
        first=_("Provinsi") if counts else _("Satker"),
        links=links,
        counts=counts,
        csv=download_link(
            shown.release.number, "satker.csv", asked.view, kode=kode if Scope.current().national else ""
        ),
        basis_line=basis,
    )
