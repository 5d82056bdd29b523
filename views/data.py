"""Data: give me the data."""

from budget.draw_picture import draw_picture
from budget.published_figures import published_figures
from budget.wording.language import language
from budget.wording.month import month
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.basis_line import basis_line
from views.citation import Citation
from views.dictionary_part import dictionary_part
from views.downloads_part import downloads_part
from views.frame import frame, period_choices
from views.published import Published
from views.region import province_units, region_name, unit_choice
from views.release_part import release_part
from views.releases_part import releases_part
from views.render import render
from views.screen import Screen


def data(shown: Published, asked: Asked) -> Screen:
    """The page of downloads; where a release is asked for by its number, what it changed and its files come first."""
    picture = draw_picture(shown.cube, province_units(asked), asked.view, name="")
    period = {"month": month(asked.view.bulan), "year": asked.view.tahun, "region": region_name(asked)}
    choices = [unit_choice(asked, all_words=_("Semua satker")), *period_choices(shown, asked)]
    what = _("Data s.d. %(month)s %(year)s") % period
    top, bottom = frame(shown, asked, choices, sample=shown.sample, citation=what)
    return Screen(
        title=_("Data serapan anggaran KPU di %(region)s") % period,
        description=_(
            "Unduh angka serapan anggaran KPU sebagai CSV, XLSX, JSON, atau Parquet, dengan alamat yang tetap."
        ),
        parts=(
            top,
            render("data.html"),
            *([release_part(shown, asked)] if asked.rilis is not None else []),
            downloads_part(shown, asked, basis_line(picture)),
            releases_part(shown, asked),
            dictionary_part(),
            render("data_citation.html", citation=Citation.of(shown.release, asked.origin, sample=shown.sample)),
            render("published_figures.html", figures=published_figures(language())),
            bottom,
        ),
    )
