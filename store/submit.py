"""Keeping what a loader made of an upload."""

import json
import zlib
from collections.abc import Iterable
from typing import Any

import pandas as pd
import sqlalchemy as sa

from budget.declared import Declared
from budget.draft import Draft
from budget.slice import RPD, Slice
from store.audit import record
from store.canonical_line import LINE_FIELDS, PLAN_FIELDS, canonical_line, content_hash
from store.database import Database
from store.merkle import leaf
from store.tables import draft as draft_table
from store.tables import heading, line, plan_line, slice_table, upload

_HEADING_FIELDS = ("kode_satker", "path", "level", "uraian", "sumber_lembar", "sumber_baris", "cells")


def submit(
    database: Database, drafts: Iterable[tuple[Draft, Declared]], *, by: str, now: str, sample: bool = False
) -> list[int]:
    """Keeps uploads and what was read from them, in one transaction; nothing becomes public.

    Args:
        database: Where to keep them.
        drafts: What was read, each with what was declared for it.
        by: Account name of the person.
        now: Time, ISO 8601 in UTC.
        sample: The figures are invented.

    Returns:
        The draft numbers, in order. The same file read the same way is the same draft.
    """
    with database.write() as connection:
        return [keep_draft(connection, draft, declared, by, now, sample) for draft, declared in drafts]


def keep_draft(
    connection: sa.Connection, draft: Draft, declared: Declared, by: str, now: str, sample: bool = False
) -> int:
    """Keeps one draft in a writing transaction; see `submit`."""
    rows, planned = _line_rows(draft.lines), _plan_rows(draft.plan)
    identity = {
        "upload_sha256": draft.upload.sha256,
        "declared": json.dumps(vars(declared), sort_keys=True),
        "content_hash": content_hash([*rows, *planned]),
    }
    known = connection.execute(
        sa.select(draft_table.c.id).where(*(draft_table.c[name] == value for name, value in identity.items()))
    ).scalar()
    if known is not None:
        return int(known)
    if not connection.execute(sa.select(upload.c.sha256).where(upload.c.sha256 == draft.upload.sha256)).scalar():
        connection.execute(
            upload.insert().values(
                sha256=draft.upload.sha256,
                name=draft.upload.name,
                content=draft.upload.content,
                uploaded_at=now,
                uploaded_by=by,
                sample=sample,
            )
        )
        record(connection, "unggah", by=by, now=now, subject=draft.upload.sha256, berkas=draft.upload.name)
    for piece in draft.report.slices:
        _ensure_slice(connection, piece)
    result = connection.execute(
        draft_table.insert().values(
            **identity,
            format=draft.report.format,
            report=zlib.compress(json.dumps(draft.report.as_dict(), ensure_ascii=False).encode(), level=1),
            publishable=draft.report.publishable,
            needs_note=draft.report.needs_note,
            created_at=now,
            leaves=b"".join(leaf(canonical_line(row)) for row in (*rows, *planned)),
        )
    )
    number = int(result.inserted_primary_key[0])  # type: ignore[index]
    _insert(connection, line, ("draft_id", "no", *LINE_FIELDS), [(number, no, *row) for no, row in enumerate(rows, 1)])
    planned_rows = [(number, no, *row) for no, row in enumerate(planned, 1)]
    _insert(connection, plan_line, ("draft_id", "no", *PLAN_FIELDS), planned_rows)
    headings = draft.headings.drop_duplicates(["kode_satker", "path"])
    heading_rows = zip(*(_values(headings, name) for name in _HEADING_FIELDS), strict=True)
    _insert(connection, heading, ("draft_id", *_HEADING_FIELDS), [(number, *row) for row in heading_rows])
    return number


def _ensure_slice(connection: sa.Connection, piece: Slice) -> None:
    if not connection.execute(sa.select(slice_table.c.key).where(slice_table.c.key == piece.key)).scalar():
        connection.execute(slice_table.insert().values(key=piece.key, **vars(piece)))


def _insert(connection: sa.Connection, table: sa.Table, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in rows])


def _line_rows(lines: pd.DataFrame) -> list[tuple[Any, ...]]:
    parts = (_values(lines, name) for name in ("tahun", "bulan", "kode_satker", "sumber_dana"))
    keys = [Slice(*part).key for part in zip(*parts, strict=True)]
    return list(zip(keys, *(_values(lines, name) for name in LINE_FIELDS[1:]), strict=True))


def _plan_rows(plan: pd.DataFrame) -> list[tuple[Any, ...]]:
    parts = zip(*(_values(plan, name) for name in ("tahun", "kode_satker", "sumber_dana")), strict=True)
    keys = [Slice(tahun, None, kode_satker, sumber_dana, RPD).key for tahun, kode_satker, sumber_dana in parts]
    return list(zip(keys, *(_values(plan, name) for name in PLAN_FIELDS[1:]), strict=True))


def _values(frame: pd.DataFrame, name: str) -> list[Any]:
    """A column as plain Python values, unknown as None."""
    column: Any = frame[name]
    values: list[Any] = column.to_numpy(dtype=object, na_value=None).tolist()
    return values
