"""The sentence that a comparison begins with."""

from babel.lists import format_list

from budget.compared_group import ComparedGroup
from budget.comparison import Comparison
from budget.jenis_belanja import jenis_belanja
from budget.wording.decimal import decimal
from budget.wording.language import language, locale
from budget.wording.month import last_day
from budget.wording.percentage import percentage
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.headline import Headline


def comparison_headline(comparison: Comparison, asked: Asked) -> Headline:
    """The median of each group, with how many units it is of; a unit that is alone in its group has none."""
    known = [group for group in comparison.groups if group.peers.rates]
    many = [_median(group) for group in known if len(group.peers.members) > 1]
    facts = {"date": last_day(asked.view.tahun, asked.view.bulan)}
    if not many:
        return Headline(_("Belum ada serapan yang dapat dibandingkan sampai %(date)s.") % facts, "", "")
    alone = [group.peers.rule.nama.lower() for group in known if len(group.peers.members) == 1]
    after = _("; %(groups)s tersendiri.") % {"groups": format_list(alone, locale=locale())} if alone else "."
    return Headline(_before(asked, facts), format_list(many, locale=locale()), after)


def _before(asked: Asked, facts: dict[str, str]) -> str:
    grant = asked.view.dana == "hibah"
    if asked.jenis == "semua":
        if grant:
            return _("Median serapan hibah sampai %(date)s:") % facts
        return _("Median serapan sampai %(date)s:") % facts
    facts["kind"] = jenis_belanja(language())[asked.jenis].lower()
    if grant:
        return _("Median serapan %(kind)s dari hibah sampai %(date)s:") % facts
    return _("Median serapan %(kind)s sampai %(date)s:") % facts


def _median(group: ComparedGroup) -> str:
    known, expected = len(group.peers.rates), len(group.peers.members)
    facts = {
        "group": group.peers.rule.nama.lower(),
        "median": percentage(group.peers.median_percent or 0),
        "known": decimal(known),
        "expected": decimal(expected),
    }
    if known == expected:
        return _("%(group)s %(median)s (%(expected)s satker)") % facts
    return _("%(group)s %(median)s (%(known)s dari %(expected)s satker)") % facts
