"""The cumulative chart with its title, its words and its table."""

from budget.picture import Picture
from budget.stage import Stage
from budget.wording.language import language
from budget.wording.month import month
from budget.wording.percent import percent
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from charts.cumulative import cumulative
from charts.cumulative_scale import cumulative_scale
from charts.cumulative_sentence import cumulative_sentence
from charts.palette import PALETTES
from views.asked import Asked
from views.chart_table import chart_table
from views.published import Published
from views.render import render
from views.screen import Chart


def cumulative_part(shown: Published, asked: Asked, picture: Picture, basis: str) -> tuple[str | Chart, ...]:
    """The chart between its title and its table, or why there is none."""
    if not picture.months:
        words = _("Belum ada angka untuk digambar.")
        return (render("chart_title.html", sentence=words, explanation="", basis_line=basis),)
    sentence = cumulative_sentence(picture)
    title = render("chart_title.html", sentence=sentence, explanation=_explanation(picture), basis_line=basis)
    facts = {"basis": basis, "who": picture.all.name, "number": shown.release.number}
    source = _("%(basis)s · %(who)s · Serapan KPU, rilis %(number)s") % facts
    figure = cumulative(picture, Stage.all(language()), PALETTES[asked.theme], source)
    name = f"serapan-{asked.kode or 'semua'}-{asked.view.tahun}-{asked.view.bulan:02d}-{asked.view.dana}"
    return (title, Chart(name, figure, sentence), _table(picture, basis))


def _explanation(picture: Picture) -> str:
    parts = [_("Realisasi kumulatif, Rp %(unit)s; garis penuh di atas: pagu.") % {"unit": cumulative_scale(picture)[1]}]
    parts.append(_line(picture))
    parts.append(_("Bidang abu: tahapan pemilihan."))
    if picture.months[0].bulan > 1:
        parts.append(_("Garis mulai pada bulan pertama yang dilaporkan semua satker ini."))
    if any(point.reported < picture.coverage.reported for point in picture.months):
        parts.append(_hollow(picture))
    return " ".join(parts)


def _hollow(picture: Picture) -> str:
    if picture.coverage.expected == 1:
        return _("Titik kosong: bulan itu belum dilaporkan atau ditarik; angka bulan sebelumnya dipakai.")
    return _(
        "Titik kosong: bulan itu sebagian satker belum melapor atau angkanya ditarik; angka bulan sebelumnya dipakai."
    )


def _line(picture: Picture) -> str:
    if picture.target_basis == "rpd":
        return _("Garis putus: rencana penarikan dana satker sendiri (RPD, Halaman III DIPA).")
    if picture.target_basis == "campuran":
        sentence = ngettext(
            "Garis putus: rencana penarikan (RPD) %(number)s satker yang mengunggahnya, "
            "target triwulan IKPA untuk yang lain.",
            "Garis putus: rencana penarikan (RPD) %(number)s satker yang mengunggahnya, "
            "target triwulan IKPA untuk yang lain.",
            picture.planned,
        )
        return sentence % {"number": picture.planned}
    if picture.target_basis == "ikpa":
        return _("Garis putus: target triwulan IKPA menurut bauran belanja (PER-5/PB/2024).")
    return _("Tanpa garis target: ada belanja yang tidak punya target.")


def _table(picture: Picture, basis: str) -> str:
    targets = dict(picture.targets)
    rows = [
        (
            month(point.bulan),
            rupiah(point.realisasi_rp),
            rupiah(point.pagu_rp),
            percent(point.realisasi_rp, point.pagu_rp),
            rupiah(targets[point.bulan]) if point.bulan in targets else "–",
            str(point.reported),
        )
        for point in picture.months
    ]
    head = (_("Bulan"), _("Realisasi"), _("Pagu"), _("Serapan"), _("Target"), _("Satker melapor"))
    return chart_table(_("Laju belanja terhadap target, %(basis)s") % {"basis": basis}, head, rows)
