"""Who has reported, and on time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from budget.due_dates import DueDate
from budget.openness_cell import OpennessCell
from budget.openness_count import OpennessCount
from budget.report_state import ReportState
from budget.satker import Satker
from budget.view import View
from budget.wib_date import wib_date

_MONTHS = range(1, 13)


@dataclass(frozen=True)
class OpennessRow:
    """A unit's twelve months and their counts."""

    unit: Satker
    cells: tuple[OpennessCell, ...]
    count: OpennessCount


@dataclass(frozen=True)
class Openness:
    """Units × 12 months of a budget year.

    Attributes:
        today: The day that `missing` and `not_due` are judged on.
        rows: Each unit asked about, in the order given.
        months: Counts of each month, January first; coverage of a month is `reported` of `expected`.
        all: Counts of the whole.
    """

    today: date
    rows: tuple[OpennessRow, ...]
    months: tuple[OpennessCount, ...]
    all: OpennessCount

    def in_state(self, bulan: int, state: ReportState) -> tuple[OpennessRow, ...]:
        """The units whose report of that month is in that state."""
        return tuple(row for row in self.rows if row.cells[bulan - 1].state == state)


@dataclass(frozen=True)
class _Reported:
    first_uploaded_at: str
    first_release: int
    release: int
    replaced: int
    withdrawn: bool


def openness(
    history: pd.DataFrame, units: Sequence[Satker], view: View, today: date, calendar: Mapping[tuple[int, int], DueDate]
) -> Openness:
    """Judges every month of the view's budget year and basis, whatever the view's month is.

    A month counts as reported when at least one slice that the view covers is public: which sources of funds a unit
    should report in a month is declared nowhere, so one of several is enough. It is on time when the first file of it
    that became public came (WIB) on or before the due date; a file that replaced it makes it corrected, not late.
    It is withdrawn when all of its slices were taken back.

    For grants, only units that have a grant in that year are asked; and since no table says how long a grant runs,
    an overdue month before the first or after the last that any of the units reported is not applicable, not missing.

    Args:
        history: As `store.read_history` gives it.
        units: All the units that belong together, e.g. of a province.
        view: Budget year and basis.
        today: Day in WIB. For a past release take the last day on which it was the newest.
        calendar: As `due_dates()` gives it.
    """
    reported = _reported(history, units, view)
    if view.dana == "hibah":
        have_one = {kode for kode, _ in reported}
        units = [unit for unit in units if unit.kode_satker in have_one]
    asked = _asked_months(view, {bulan for _, bulan in reported})
    rows = []
    for unit in units:
        cells = tuple(
            _cell(bulan, reported.get((unit.kode_satker, bulan)), calendar.get((view.tahun, bulan)), today, asked)
            for bulan in _MONTHS
        )
        rows.append(OpennessRow(unit, cells, OpennessCount.of(cells)))
    return Openness(
        today=today,
        rows=tuple(rows),
        months=tuple(OpennessCount.of(row.cells[bulan - 1] for row in rows) for bulan in _MONTHS),
        all=OpennessCount.of(cell for row in rows for cell in row.cells),
    )


def _reported(history: pd.DataFrame, units: Sequence[Satker], view: View) -> dict[tuple[str, int], _Reported]:
    own = history[
        history["tahun"].eq(view.tahun)
        & history["bulan"].notna()
        & history["kode_satker"].isin([unit.kode_satker for unit in units])
        & history["sumber_dana"].map(view.covers).astype(bool)
    ]
    months = own.groupby(["kode_satker", "bulan"]).agg(
        first_uploaded_at=("first_uploaded_at", "min"),
        first_release=("first_release", "min"),
        release=("release", "max"),
        replaced=("replaced", "sum"),
        withdrawn=("withdrawn", "all"),
    )
    return {
        (str(kode), int(bulan)): _Reported(str(first), int(first_release), int(release), int(replaced), bool(withdrawn))
        for (kode, bulan), first, first_release, release, replaced, withdrawn in zip(
            months.index, *(months[name] for name in months.columns), strict=True
        )
    }


def _asked_months(view: View, reported: set[int]) -> range:
    if view.dana == "apbn" or not reported:
        return _MONTHS
    return range(min(reported), max(reported) + 1)


def _cell(bulan: int, reported: _Reported | None, due: DueDate | None, today: date, asked: range) -> OpennessCell:
    jatuh_tempo = due.jatuh_tempo if due else None
    state, days = _judge(reported, jatuh_tempo, today, asked=bulan in asked)
    return OpennessCell(
        bulan=bulan,
        state=state,
        days=days,
        corrected=reported is not None and reported.replaced > 0 and not reported.withdrawn,
        jatuh_tempo=jatuh_tempo,
        first_uploaded_at=reported.first_uploaded_at if reported else None,
        first_release=reported.first_release if reported else None,
        release=reported.release if reported else None,
    )


def _judge(
    reported: _Reported | None, jatuh_tempo: date | None, today: date, *, asked: bool
) -> tuple[ReportState, int]:
    if jatuh_tempo is None:
        return ReportState.TIDAK_BERLAKU, 0
    if reported and reported.withdrawn:
        return ReportState.DITARIK, 0
    day = wib_date(reported.first_uploaded_at) if reported else today
    days = max((day - jatuh_tempo).days, 0)
    if reported:
        return (ReportState.TERLAMBAT, days) if days else (ReportState.TEPAT_WAKTU, 0)
    if not days:
        return ReportState.BELUM_JATUH_TEMPO, 0
    return (ReportState.BELUM_MELAPOR, days) if asked else (ReportState.TIDAK_BERLAKU, 0)
