"""From an upload to a draft."""

import pandas as pd

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.issue_catalogue import LEVELS
from budget.lines import HEADINGS, LINES
from budget.plan import PLAN
from budget.reference import Reference
from budget.report import Report
from budget.row_count import RowCount
from budget.slice import Slice
from budget.upload import Upload
from loaders.check_lines import check_lines
from loaders.conform import conform
from loaders.context import Context
from loaders.detect import detect
from loaders.read import read
from loaders.reading import Reading


def load(upload: Upload, reference: Reference, declared: Declared = Declared()) -> Draft:  # noqa: B008  (frozen)
    """Reads an upload: read, detect, match, cast, harmonise, reconcile, check.

    A pure function of its arguments. It parses in this process: for files of unknown origin use
    `loaders.load_safely`.

    Args:
        upload: The file.
        reference: Units and regions.
        declared: What the person who uploads says about it.

    Returns:
        The draft; whether it may be published is `draft.report.publishable`.

    Raises:
        Unreadable: Nothing can be read from the file at all.
    """
    form, sheets, ignored = detect(read(upload), reference)
    context = Context(file=upload.name, reference=reference, declared=declared)
    readings = [form.read(sheet, context) for sheet in sheets]
    lines = _together([reading.lines for reading in readings])
    headings = _together([reading.headings for reading in readings])
    plan = _together([reading.plan for reading in readings])
    issues = [
        *(issue for reading in readings for issue in reading.issues),
        *check_lines(lines),
        *_overlaps(readings),
        *ignored,
    ]
    conform(lines, LINES)
    conform(headings, HEADINGS)
    conform(plan, PLAN)
    report = Report(
        format=form.name,
        slices=tuple(sorted({piece for reading in readings for piece in reading.slices}, key=_order)),
        rows=RowCount(
            lines=sum(reading.rows.lines for reading in readings),
            totals=sum(reading.rows.totals for reading in readings),
            notes=sum(reading.rows.notes for reading in readings),
            dropped=sum(reading.rows.dropped for reading in readings),
        ),
        control=tuple(control for reading in readings for control in reading.control),
        issues=tuple(sorted(issues, key=lambda issue: LEVELS.index(issue.level))),
    )
    return Draft(upload=upload, lines=lines, headings=headings, report=report, plan=plan)


def _order(piece: Slice) -> str:
    return piece.key


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def _overlaps(readings: list[Reading]) -> list[Issue]:
    """Two sheets of one file that fill the same slice would count money twice."""
    seen: set[Slice] = set()
    issues = []
    for reading in readings:
        twice = sorted(piece.key for piece in reading.slices if piece in seen)
        issues += [Issue.of("slice-on-two-sheets", raw=key) for key in twice]
        seen.update(reading.slices)
    return issues
