"""The cumulative chart in words."""

from budget.picture import Picture
from budget.wording.month import last_day
from budget.wording.percent import percent
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext as _


def cumulative_sentence(picture: Picture) -> str:
    """The chart in one sentence, for those who do not see it."""
    last = picture.months[-1]
    return _("Sampai %(date)s terealisasi %(spent)s dari pagu %(pagu)s (%(share)s).") % {
        "date": last_day(picture.view.tahun, last.bulan),
        "spent": short_rupiah(last.realisasi_rp),
        "pagu": short_rupiah(last.pagu_rp),
        "share": percent(last.realisasi_rp, last.pagu_rp),
    }
