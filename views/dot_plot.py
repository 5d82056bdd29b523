"""The dot plot."""

from budget.comparison import Comparison
from budget.reference import Reference
from budget.target_basis import TargetBasis
from budget.wording.short_name import short_name
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.mark import Mark
from views.render import render


def dot_plot(asked: Asked, comparison: Comparison, *, order_words: str, basis: str, marked: str) -> str:
    """A row for each unit: its rate and its target on one scale, with the median of its group.

    It is HTML, and no figure: so it stands in the first answer, is read and reached like any table, and its labels
    keep their size on a phone, where Plotly would give a fifth of the width to them.

    Args:
        asked: The view.
        comparison: What is drawn.
        order_words: In which order rows are.
        basis: Date and basis in words.
        marked: Code of the unit that stands out; empty for none.
    """
    by_satker = Reference.load().by_kode_satker
    units = [unit for group in comparison.groups for unit in group.peers.members] + list(comparison.outside)
    return render(
        "dot_plot.html",
        comparison=comparison,
        marks={unit.code: Mark.of(unit) for unit in units},
        links={unit.code: asked.link("wilayah", kode=by_satker[unit.code].kode_wilayah) for unit in units},
        place=Mark.place,
        short_name=short_name,
        target_words=_target({unit.pace.basis for unit in units} - {None}),
        outside_words=_outside(asked),
        size_of_all=asked.kelompok == "ukuran_pagu" and asked.jenis != "semua",
        in_rupiah=asked.urut == "selisih_rp",
        order_words=order_words,
        basis_line=basis,
        marked=marked,
    )


def _target(bases: set[TargetBasis | None]) -> str:
    if not bases:
        return _("Tanpa garis target: belum ada target yang jatuh tempo, atau belanja ini tidak punya target.")
    if bases == {"ikpa"}:
        return _("Garis tegak: target triwulan IKPA menurut bauran belanja satker itu (PER-5/PB/2024).")
    if bases == {"rpd"}:
        return _("Garis tegak: rencana penarikan dana satker itu sendiri (RPD, Halaman III DIPA).")
    return _(
        "Garis tegak: rencana penarikan dana satker itu sendiri (RPD) bila diunggah; selain itu target triwulan IKPA "
        "menurut bauran belanjanya."
    )


def _outside(asked: Asked) -> str:
    if asked.kelompok == "ukuran_pagu":
        return _("Ukuran pagunya tidak diketahui: belum melapor, ditarik, atau tanpa pagu, pada bulan ini.")
    return _(
        "Tidak diketahui ada hibah atau tidak: tahun ini belum melapor, angkanya ditarik, atau sumber dananya "
        "tidak dirinci."
    )
