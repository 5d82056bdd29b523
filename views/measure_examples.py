"""Worked examples of the measures, with the figures on show."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from budget.peer_group import PeerGroup
from budget.per_capita import PerCapita
from budget.picture import Picture
from budget.reference import Reference
from budget.wording.decimal import decimal
from budget.wording.month import month
from budget.wording.percent import percent
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from budget.wording.whole_points import whole_points
from budget.year_end_rush import YearEndRush


def measure_examples(picture: Picture, groups: tuple[PeerGroup, ...]) -> dict[str, str]:
    """A sentence for each measure that the view has figures for, by the measure's id.

    Args:
        picture: Of all units.
        groups: The same units by kind of region.
    """
    return dict([*_of_sums(picture), *_of_months(picture), *_of_units(picture), *_of_groups(groups)])


def _of_sums(picture: Picture) -> Iterator[tuple[str, str]]:
    totals, pace, coverage = picture.all.totals, picture.all.pace, picture.coverage
    if totals.sisa_rp is not None:
        facts = {
            "pagu": rupiah(totals.pagu_rp),
            "realisasi": rupiah(totals.realisasi_rp),
            "sisa": rupiah(totals.sisa_rp),
        }
        yield "sisa", _("%(pagu)s − %(realisasi)s = %(sisa)s") % facts
    if pace.gap_points is not None and pace.target_percent is not None:
        facts = {
            "rate": percent(totals.realisasi_rp, totals.pagu_rp),
            "target": percentage(pace.target_percent),
            "gap": points(pace.gap_points),
            "gap_rp": rupiah(pace.gap_rp),
        }
        yield (
            "selisih_target",
            ngettext(
                "serapan %(rate)s dikurangi target %(target)s adalah %(gap)s poin; dalam rupiah %(gap_rp)s",
                "serapan %(rate)s dikurangi target %(target)s adalah %(gap)s poin; dalam rupiah %(gap_rp)s",
                abs(whole_points(pace.gap_points)),
            )
            % facts,
        )
    counts = {"reported": decimal(coverage.reported), "expected": decimal(coverage.expected)}
    if coverage.pagu_expected_rp is not None:
        counts["share"] = percent(coverage.pagu_reported_rp, coverage.pagu_expected_rp)
        yield "cakupan", _("%(reported)s dari %(expected)s satker melapor; mereka memegang %(share)s pagu") % counts
    else:
        yield "cakupan", _("%(reported)s dari %(expected)s satker melapor; pagu yang lain belum diketahui") % counts


def _of_months(picture: Picture) -> Iterator[tuple[str, str]]:
    rush = YearEndRush.of(picture.months, picture.view.bulan, picture.coverage.reported)
    if rush.last_rp is None or rush.before_rp is None:
        return
    facts = {
        "month": month(rush.bulan),
        "total": rupiah(rush.before_rp + rush.last_rp),
        "before": rupiah(rush.before_rp),
        "last": rupiah(rush.last_rp),
    }
    yield (
        "realisasi_bulan_ini",
        _("sampai %(month)s %(total)s, sampai bulan sebelumnya %(before)s, jadi bulan itu %(last)s") % facts,
    )
    if rush.times_the_mean is not None:
        facts["mean"] = rupiah(round(Fraction(rush.before_rp, rush.bulan - 1)))
        facts["times"] = decimal(Decimal(rush.times_the_mean.numerator) / rush.times_the_mean.denominator, 1)
        yield (
            "lonjakan_akhir_tahun",
            _("%(month)s %(last)s, bulan-bulan sebelumnya rata-rata %(mean)s, jadi %(times)s kali") % facts,
        )


def _of_units(picture: Picture) -> Iterator[tuple[str, str]]:
    units = [(unit, PerCapita.of([unit], Reference.load())) for unit in picture.units]
    for unit, each in units:
        if each.per_tps_rp is not None and each.tps is not None:
            facts = {
                "who": unit.name,
                "spent": rupiah(each.realisasi_rp),
                "number": decimal(each.tps),
                "each": rupiah(each.per_tps_rp),
            }
            yield "per_tps", _("%(who)s, %(spent)s ÷ %(number)s TPS = %(each)s") % facts
            break
    for unit, each in units:
        if each.per_voter_rp is not None and each.dpt is not None:
            facts = {
                "who": unit.name,
                "spent": rupiah(each.realisasi_rp),
                "number": decimal(each.dpt),
                "each": rupiah(each.per_voter_rp),
            }
            yield "per_pemilih", _("%(who)s, %(spent)s ÷ %(number)s pemilih = %(each)s") % facts
            break


def _of_groups(groups: tuple[PeerGroup, ...]) -> Iterator[tuple[str, str]]:
    for group in groups[::-1]:
        if len(group.rates) > 2 and group.median_percent is not None and group.pooled_percent is not None:
            facts = {
                "group": group.rule.nama,
                "number": decimal(len(group.rates)),
                "median": percentage(group.median_percent),
                "pooled": percentage(group.pooled_percent),
            }
            yield (
                "median",
                _("%(group)s, %(number)s satker: median %(median)s, serapan gabungan %(pooled)s") % facts,
            )
            break
