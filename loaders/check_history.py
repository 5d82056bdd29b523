"""Checks of a draft against what is public."""

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd

from budget.draft import Draft
from budget.issue import Issue
from budget.issue_catalogue import LEVELS
from budget.slice import RPD, Slice
from budget.slice_rows import slice_rows
from budget.totals import Totals
from budget.wording.rupiah import rupiah
from loaders.check_plan import check_plan

_SCALE = 500
"""From so many times the last known pagu on (or a part as small), thousands or millions were taken for rupiah: no
revision moves a ceiling so far (17 to 25 times between budget years in three units)."""

_JUMP = 4
"""A month above so many times the mean of the months before, and above a tenth of the pagu, is asked about."""


def check_history(draft: Draft, cube: pd.DataFrame | None, today: date) -> Draft:
    """Compares a draft with what is public: scale, falls, jumps, moved ceilings, replaced slices, future periods.

    Of a plan: its year's sum against the newest ceiling, and future periods.

    Args:
        draft: What was read.
        cube: Of the newest release, as `store.read_cube` gives it; None before the first.
        today: The day of the upload.

    Returns:
        The same draft, its report with what was found.
    """
    found = [issue for piece in draft.report.slices for issue in _check(draft, piece, cube, today)]
    issues = sorted((*draft.report.issues, *found), key=lambda issue: LEVELS.index(issue.level))
    return replace(draft, report=replace(draft.report, issues=tuple(issues)))


def _check(draft: Draft, piece: Slice, cube: pd.DataFrame | None, today: date) -> Iterator[Issue]:
    if piece.bulan is not None:
        end = date(piece.tahun, piece.bulan, calendar.monthrange(piece.tahun, piece.bulan)[1])
        if (end.year, end.month) > (today.year, today.month):
            yield Issue.of("period-in-future", raw=piece.key, expected=today.isoformat())
    elif piece.tahun > today.year + 1:
        yield Issue.of("period-in-future", raw=piece.key, expected=today.isoformat())
    if cube is None or cube.empty:
        return
    if piece.kind == RPD:
        yield from check_plan(draft, piece, cube)
        return
    own = cube[(cube["kode_satker"] == piece.kode_satker) & (cube["sumber_dana"] == piece.sumber_dana)]
    now = Totals.of(slice_rows(draft.lines, piece))
    yield from _scale(piece, own, now)
    if piece.bulan is None:
        return
    monthly = own[own["bulan"].notna() & (own["tahun"] == piece.tahun)]
    same = monthly[monthly["bulan"] == piece.bulan]
    if not same.empty:
        yield from _replaced(piece, Totals.of(same), now)
    earlier = monthly[monthly["bulan"] < piece.bulan]
    if not earlier.empty:
        yield from _since(piece, earlier, now)


def _scale(piece: Slice, own: pd.DataFrame, now: Totals) -> Iterator[Issue]:
    if own.empty or not now.pagu_rp:
        return
    order = own["tahun"] * 100 + own["bulan"].fillna(0)
    last = Totals.of(own[order == order.max()]).pagu_rp
    if last and (now.pagu_rp >= _SCALE * last or now.pagu_rp * _SCALE <= last):
        yield Issue.of("scale-differs", raw=rupiah(now.pagu_rp), expected=rupiah(last), satker=piece.kode_satker)


def _replaced(piece: Slice, before: Totals, now: Totals) -> Iterator[Issue]:
    same = (before.pagu_rp, before.realisasi_rp) == (now.pagu_rp, now.realisasi_rp)
    code = "slice-unchanged" if same else "slice-replaces"
    yield Issue.of(
        code, raw=piece.key, expected=None, before=rupiah(before.realisasi_rp), after=rupiah(now.realisasi_rp)
    )


def _since(piece: Slice, earlier: pd.DataFrame, now: Totals) -> Iterator[Issue]:
    month = max(earlier["bulan"].tolist())
    last = Totals.of(earlier[earlier["bulan"] == month])
    facts = {"satker": piece.kode_satker, "month": month}
    if now.realisasi_rp is not None and last.realisasi_rp is not None:
        if now.realisasi_rp < last.realisasi_rp:
            difference = rupiah(last.realisasi_rp - now.realisasi_rp)
            yield Issue.of(
                "cumulative-falls",
                raw=rupiah(now.realisasi_rp),
                expected=rupiah(last.realisasi_rp),
                difference=difference,
                **facts,
            )
        elif now.pagu_rp and month:
            gained, gap = now.realisasi_rp - last.realisasi_rp, piece.bulan - month if piece.bulan else 1
            if gained * month > _JUMP * last.realisasi_rp * gap and gained * 10 > now.pagu_rp:
                yield Issue.of(
                    "realisasi-jumps", raw=rupiah(gained), expected=rupiah(last.realisasi_rp // month), **facts
                )
    if now.pagu_rp is not None and last.pagu_rp is not None and now.pagu_rp != last.pagu_rp:
        yield Issue.of("pagu-changed", raw=rupiah(now.pagu_rp), expected=rupiah(last.pagu_rp), **facts)
