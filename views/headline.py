"""The sentence that a page begins with."""

from dataclasses import dataclass

from budget.picture import Picture
from budget.wording.decimal import decimal
from budget.wording.month import ROMAN, last_day
from budget.wording.percent import percent
from budget.wording.points import points
from budget.wording.short_rupiah import short_rupiah
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from budget.wording.whole_points import whole_points
from views.lacking_words import lacking_words


@dataclass(frozen=True)
class Headline:
    """The sentence in three pieces, so that its figures can stand out.

    Attributes:
        before: Up to the figures; all of it where there are none.
        figures: The figures, or empty.
        after: The rest.
    """

    before: str
    figures: str
    after: str

    def __str__(self) -> str:
        """The whole sentence."""
        return f"{self.before} {self.figures}{self.after}" if self.figures else self.before

    @classmethod
    def of(cls, picture: Picture, subject: str) -> "Headline":
        """Words a picture.

        Args:
            picture: Of one unit or of many.
            subject: Whose money it is; where it is of many units, how many of them reported goes before it.
        """
        date = last_day(picture.view.tahun, picture.view.bulan)
        totals, coverage = picture.all.totals, picture.coverage
        if not coverage.reported:
            facts = {"who": subject, "date": date}
            if coverage.all_withdrawn:
                return cls(_("Angka %(who)s sampai %(date)s sudah ditarik.") % facts, "", "")
            if coverage.withdrawn:
                facts["lacking"] = lacking_words(coverage)
                return cls(_("Tidak ada angka %(who)s sampai %(date)s: %(lacking)s.") % facts, "", "")
            if coverage.expected > 1:
                return cls(_("Belum ada %(who)s yang melapor sampai %(date)s.") % facts, "", "")
            return cls(_("%(who)s belum melapor sampai %(date)s.") % facts, "", "")
        if coverage.expected > 1:
            counts = {"reported": decimal(coverage.reported), "expected": decimal(coverage.expected), "who": subject}
            subject = _("%(reported)s dari %(expected)s %(who)s") % counts
        figures = _("%(spent)s dari %(pagu)s (%(share)s)") % {
            "spent": short_rupiah(totals.realisasi_rp),
            "pagu": short_rupiah(totals.pagu_rp),
            "share": percent(totals.realisasi_rp, totals.pagu_rp),
        }
        before = _("Sampai %(date)s, %(who)s membelanjakan") % {"date": date, "who": subject}
        return cls(before, figures, f"{_gap(picture)}.")


def _gap(picture: Picture) -> str:
    pace = picture.all.pace
    if pace.gap_points is None:
        return ""
    target = _target(picture)
    gap = points(pace.gap_points)
    if gap == "0":
        return _(", tepat di %(target)s") % {"target": target}
    facts = {"points": gap[1:], "target": target}
    number = abs(whole_points(pace.gap_points))
    if pace.gap_points < 0:
        return (
            ngettext(", %(points)s poin di bawah %(target)s", ", %(points)s poin di bawah %(target)s", number) % facts
        )
    return ngettext(", %(points)s poin di atas %(target)s", ", %(points)s poin di atas %(target)s", number) % facts


def _target(picture: Picture) -> str:
    pace = picture.all.pace
    if pace.basis == "rpd":
        return _("rencana penarikan")
    if pace.basis == "campuran" or pace.triwulan is None:
        return _("rencana penarikan dan target triwulan")
    return _("target triwulan %(quarter)s") % {"quarter": ROMAN[pace.triwulan - 1]}
