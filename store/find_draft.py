"""What was read from a file that was handed in."""

import json
import zlib

import pandas as pd
import sqlalchemy as sa

from budget.control import Control
from budget.draft import Draft
from budget.issue import Issue
from budget.lines import AMOUNTS, LEVELS
from budget.report import Report
from budget.row_count import RowCount
from budget.slice import Slice
from budget.upload import Upload
from store.database import Database
from store.signed_in import SignedIn
from store.submissions import find_submission
from store.tables import draft, line, plan_line, slice_table, upload
from store.to_frame import to_frame

_PARTS = ("tahun", "bulan", "kode_satker", "sumber_dana")
_SOURCE = ("sumber_lembar", "sumber_baris", "sumber_sel", "cells")
_WHOLE = frozenset({"tahun", "bulan", "sumber_baris", "rencana_rp", *AMOUNTS})


def find_draft(database: Database, number: int, person: SignedIn) -> Draft | None:
    """The file, its lines, its plan and its report as they were kept; headings are left out.

    Args:
        database: Where it is.
        number: Of the submission.
        person: Who asks.

    Returns:
        None where there is no such submission or this person may not see it.
    """
    found = find_submission(database, number, person)
    if found is None:
        return None
    kept = (
        sa.select(upload.c.name, upload.c.content, draft.c.report)
        .join_from(draft, upload, upload.c.sha256 == draft.c.upload_sha256)
        .where(draft.c.id == found.draft_id)
    )
    lines = _rows(line, found.draft_id, _PARTS, (*LEVELS, "uraian", *AMOUNTS, *_SOURCE))
    parts = tuple(name for name in _PARTS if name != "bulan")
    plan = _rows(plan_line, found.draft_id, parts, ("jenis", "bulan", "rencana_rp", *_SOURCE))
    with database.read() as connection:
        row = connection.execute(kept).one()
        return Draft(
            upload=Upload(row.name, row.content),
            lines=_typed(to_frame(connection.execute(lines))),
            headings=pd.DataFrame(),
            report=_report(row.report),
            plan=_typed(to_frame(connection.execute(plan))),
        )


def _rows(table: sa.Table, draft_id: int, parts: tuple[str, ...], names: tuple[str, ...]) -> sa.Select[tuple[object]]:
    query: sa.Select[tuple[object]] = (
        sa.select(*(slice_table.c[name] for name in parts), *(table.c[name] for name in names))
        .join_from(table, slice_table, slice_table.c.key == table.c.slice)
        .where(table.c.draft_id == draft_id)
        .order_by(table.c.no)
    )
    return query


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype({name: "Int64" if name in _WHOLE else "str" for name in frame.columns})


def _report(kept: bytes) -> Report:
    facts = json.loads(zlib.decompress(kept))
    rows = {name: count for name, count in facts["rows"].items() if name != "read"}
    return Report(
        format=facts["format"],
        slices=tuple(Slice(**piece) for piece in facts["slices"]),
        rows=RowCount(**rows),
        control=tuple(Control(**one) for one in facts["control"]),
        issues=tuple(Issue(**one) for one in facts["issues"]),
    )
