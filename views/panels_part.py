"""Month by month: many small charts on one scale, with their title and their table."""

from collections.abc import Sequence
from fractions import Fraction

from budget.comparison import Comparison
from budget.small_multiple import SmallMultiple
from budget.standing import Standing
from budget.state import State
from budget.wording.decimal import decimal
from budget.wording.month import short_month
from budget.wording.percentage import percentage
from budget.wording.translation import gettext as _
from charts.palette import PALETTES
from charts.panel_group import PanelGroup
from charts.small_multiples import small_multiples
from views.asked import Asked
from views.chart_table import chart_table
from views.published import Published
from views.render import render
from views.screen import Chart
from views.state_words import state_words


def panels_part(
    shown: Published, asked: Asked, comparison: Comparison, *, order_words: str, basis: str, marked: str
) -> tuple[str | Chart, ...]:
    """The small charts between their title and their table.

    Args:
        shown: The release.
        asked: The view.
        comparison: Its charts are drawn, with the medians of groups of more than one.
        order_words: In which order they are.
        basis: Date and basis in words.
        marked: Code of the unit that stands out; empty for none.
    """
    groups = _groups(comparison)
    title = render(
        "panels_title.html", top=decimal(round(comparison.top_percent)), order_words=order_words, basis_line=basis
    )
    units = [unit for group in comparison.groups for unit in group.peers.members] + list(comparison.outside)
    labels = {
        unit.code: _label(unit, chart, asked.view.bulan)
        for unit, chart in zip(units, [chart for group in groups for chart in group.charts], strict=True)
    }
    source = _("%(basis)s · Serapan KPU, rilis %(number)s") % {"basis": basis, "number": shown.release.number}
    scale = (comparison.bottom_percent, comparison.top_percent)
    figure = small_multiples(groups, scale, labels, PALETTES[asked.theme], source, marked)
    sentence = _("Serapan sejak Januari, bulan demi bulan, dari %(number)s satker dalam petak-petak berskala sama.") % {
        "number": decimal(len(units))
    }
    name = f"serapan-bandingkan-{asked.view.tahun}-{asked.view.bulan:02d}-{asked.view.dana}"
    return title, Chart(name, figure, sentence), _table(groups, asked.view.bulan, basis)


def _groups(comparison: Comparison) -> list[PanelGroup]:
    groups = [
        PanelGroup(group.peers.rule.nama, group.charts, group.medians if len(group.charts) > 1 else ())
        for group in comparison.groups
    ]
    if comparison.outside_charts:
        groups.append(PanelGroup(_("Di luar kelompok"), comparison.outside_charts, ()))
    return groups


def _label(unit: Standing, chart: SmallMultiple, bulan: int) -> str:
    if chart.last is None:
        return state_words(unit.state)
    month, rate = chart.last
    if month == bulan:
        return state_words(unit.state) if unit.state == State.NOL else percentage(rate)
    return _("%(rate)s (%(month)s)") % {"rate": percentage(rate), "month": short_month(month)}


def _table(groups: Sequence[PanelGroup], bulan: int, basis: str) -> str:
    rows = []
    for group in groups:
        rows += [(chart.name.removeprefix("KPU "), *map(_words, chart.percent)) for chart in group.charts]
        if group.medians:
            rows.append((_("Median: %(group)s") % {"group": group.name}, *map(_words, group.medians)))
    head = (_("Satker"), *(short_month(month) for month in range(1, bulan + 1)))
    return chart_table(_("Serapan sejak Januari, bulan demi bulan, %(basis)s") % {"basis": basis}, head, rows)


def _words(rate: Fraction | None) -> str:
    return "–" if rate is None else percentage(rate)
