"""The cumulative line of a set of units."""

from typing import Any

import pandas as pd

from budget.month_point import MonthPoint


def month_points(cube: pd.DataFrame, bulan: int) -> tuple[MonthPoint, ...]:
    """The cumulative line of the units in a cube, month by month up to `bulan`.

    Args:
        cube: Rows of one budget year and one basis, of the set of units that the line is of.
        bulan: Last month drawn.

    Returns:
        One point per month from the first in which every unit of the set is known; a unit's gap
        after that carries its last figure on, since a cumulative sum does not fall to zero by a
        missing report. `realisasi_ini_rp` of the first point is the sum of what the sheets print.
    """
    if cube.empty:
        return ()
    amounts = cube.groupby(["bulan", "kode_satker"])[["pagu_rp", "realisasi_rp", "realisasi_ini_rp"]].sum(skipna=False)
    printed, realisasi = _by_unit(amounts["realisasi_ini_rp"], bulan), _by_unit(amounts["realisasi_rp"], bulan)
    pagu_carried, carried = _by_unit(amounts["pagu_rp"], bulan).ffill(), realisasi.ffill()
    points: list[MonthPoint] = []
    for number in range(1, bulan + 1):
        ceilings, spendings = _row(pagu_carried, number), _row(carried, number)
        if None in ceilings or None in spendings:
            continue
        spent = sum(spendings)
        this_month = spent - points[-1].realisasi_rp if points else _sum_if_known(_row(printed, number))
        reported = sum(value is not None for value in _row(realisasi, number))
        points.append(MonthPoint(number, sum(ceilings), spent, this_month, reported))
    return tuple(points)


def _by_unit(amounts: "pd.Series[int]", bulan: int) -> pd.DataFrame:
    return amounts.unstack("kode_satker").reindex(range(1, bulan + 1))


def _row(amounts: pd.DataFrame, number: int) -> list[Any]:
    row: Any = amounts.loc[number]
    return [None if value is pd.NA else value for value in row.tolist()]


def _sum_if_known(values: list[Any]) -> int | None:
    return None if None in values else sum(values)
