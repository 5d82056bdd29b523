"""One unit beside its peers, in a sentence."""

from budget.comparison import Comparison
from budget.peer_group import PeerGroup
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.translation import gettext as _
from budget.wording.translation import ngettext
from budget.wording.whole_points import whole_points
from views.state_words import state_words


def peer_sentence(comparison: Comparison, code: str) -> str:
    """How the rate of a unit compares to its group's median; empty where that unit is not compared.

    Args:
        comparison: With the unit in it.
        code: Satker code.
    """
    unit = next((unit for group in comparison.groups for unit in group.peers.members if unit.code == code), None)
    if unit is None:
        return ""
    [peers] = [group.peers for group in comparison.groups if unit in group.peers.members]
    facts = {"unit": unit.name, "state": state_words(unit.state), "group": peers.rule.nama.lower()}
    if code not in peers.rates:
        return _("%(unit)s: %(state)s.") % facts
    facts["rate"] = percentage(peers.rates[code])
    if len(peers.rates) == 1:
        return (
            _("%(unit)s: serapan %(rate)s; tidak ada satker lain dalam kelompok ini yang dapat dibandingkan.") % facts
        )
    return _beside(peers, code, facts)


def _beside(peers: PeerGroup, code: str, facts: dict[str, str]) -> str:
    median = peers.median_percent or 0
    difference = float(peers.rates[code] - median)
    gap, number = points(difference), abs(whole_points(difference))
    facts |= {"median": percentage(median), "points": gap.lstrip("+\N{MINUS SIGN}")}
    if gap == "0":
        return _("%(unit)s: serapan %(rate)s, setara dengan median %(group)s (%(median)s).") % facts
    if gap.startswith("+"):
        return (
            ngettext(
                "%(unit)s: serapan %(rate)s, %(points)s poin di atas median %(group)s (%(median)s).",
                "%(unit)s: serapan %(rate)s, %(points)s poin di atas median %(group)s (%(median)s).",
                number,
            )
            % facts
        )
    return (
        ngettext(
            "%(unit)s: serapan %(rate)s, %(points)s poin di bawah median %(group)s (%(median)s).",
            "%(unit)s: serapan %(rate)s, %(points)s poin di bawah median %(group)s (%(median)s).",
            number,
        )
        % facts
    )
