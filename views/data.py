"""Data: give me the data."""

from budget.published_figures import published_figures
from budget.wording.month import month
from budget.wording.translation import gettext as _
from store.releases import all_releases
from views.asked import Asked
from views.download_link import download_link
from views.frame import frame, period_choices
from views.published import Published
from views.render import render
from views.screen import Screen


def data(shown: Published, asked: Asked) -> Screen:
    """The page of downloads."""
    number = shown.release.number
    period = {"month": month(asked.view.bulan), "year": asked.view.tahun}
    what = _("Data s.d. %(month)s %(year)s") % period
    top, bottom = frame(shown, asked, period_choices(shown, asked, basis=False), sample=shown.sample, citation=what)
    return Screen(
        title=_("Data serapan anggaran KPU Jawa Timur"),
        description=_("Unduh angka serapan anggaran KPU Jawa Timur, dengan alamat yang tetap."),
        parts=(
            top,
            render(
                "data.html",
                units=download_link(number, "satker.csv", asked.view),
                lines=download_link(number, "baris.csv", asked.view),
                everything=f"/data/rilis/{number}/baris.csv",
                releases=all_releases(shown.database),
            ),
            render("published_figures.html", figures=published_figures()),
            bottom,
        ),
    )
