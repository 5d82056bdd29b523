"""Sematan: a view within the page of another site."""

from budget.draw_picture import draw_picture
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.bar_width import bar_width
from views.basis_line import basis_line
from views.headline import Headline
from views.pagu_lines import pagu_lines
from views.published import Published
from views.region import province_units, region_name, unit_asked
from views.render import render
from views.screen import Screen


def sematan(shown: Published, asked: Asked) -> Screen:
    """The sentence and totals of a region, for one unit what it spends them on, and where they come from.

    Args:
        shown: The release.
        asked: The view of a page of `EMBEDDED_PAGES`.
    """
    unit = unit_asked(asked) if asked.page == "wilayah" else None
    units = [unit] if unit else province_units(asked)
    who = unit.nama if unit else _("satker KPU di %(region)s") % {"region": region_name(asked)}
    picture = draw_picture(shown.cube, units, asked.view, name=who, plans=shown.plans, withdrawn=shown.withdrawn)
    facts = {"asked": asked, "picture": picture, "basis_line": basis_line(picture), "bar_width": bar_width}
    lines = pagu_lines(shown, asked, [one.kode_satker for one in units])
    sentence = Headline.of(picture, who)
    period = {"who": who, "month": month(asked.view.bulan), "year": asked.view.tahun}
    return Screen(
        title=_("Serapan anggaran %(who)s s.d. %(month)s %(year)s") % period,
        description=str(sentence),
        parts=(
            *([render("embed_notice.html")] if picture.sample else []),
            render("headline.html", sentence=sentence),
            *([render("totals.html", pagu_lines=lines, **facts)] if picture.coverage.reported else []),
            *([render("bullets.html", **facts)] if unit and picture.coverage.reported else []),
            render("embed_source.html", shown=shown, **facts),
        ),
    )
