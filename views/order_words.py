"""In which order units are, in words."""

from budget.comparison import Comparison
from budget.standing import Standing
from budget.wording.translation import gettext as _
from views.asked import Asked


def order_words(comparison: Comparison, asked: Asked) -> str:
    """Whether units are sorted, and by what, so that an order is not taken for a verdict."""
    if asked.urut == "kode":
        return _("Urut kode wilayah, bukan peringkat.")
    if not any(map(_has_gap, comparison.picture.units)):
        return _("Belum ada selisih target, jadi urut kode wilayah.")
    if asked.urut == "selisih_rp":
        return _(
            "Seperti yang dipilih, satker diurutkan di dalam tiap kelompok menurut selisih target dalam rupiah, "
            "mulai dari yang paling jauh di belakang target. Urutan ini bukan penilaian mutu."
        )
    return _(
        "Seperti yang dipilih, satker diurutkan di dalam tiap kelompok menurut selisih target dalam poin, "
        "mulai dari yang paling jauh di belakang target. Urutan ini bukan penilaian mutu."
    )


def _has_gap(unit: Standing) -> bool:
    return unit.pace.gap_points is not None
