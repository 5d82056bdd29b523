"""The cumulative chart in words."""

from budget.picture import Picture
from budget.wording.month import last_day
from budget.wording.percent import percent
from budget.wording.short_rupiah import short_rupiah


def cumulative_sentence(picture: Picture) -> str:
    """The chart in one sentence, for those who do not see it."""
    last = picture.months[-1]
    return (
        f"Sampai {last_day(picture.view.tahun, last.bulan)} terealisasi {short_rupiah(last.realisasi_rp)} "
        f"dari pagu {short_rupiah(last.pagu_rp)} ({percent(last.realisasi_rp, last.pagu_rp)})."
    )
