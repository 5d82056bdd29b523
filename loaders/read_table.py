"""From a table to lines: one row, one line."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from budget.issue import Issue
from budget.row_count import RowCount
from loaders.cast_columns import cast_columns
from loaders.cells_json import cells_json
from loaders.context import Context
from loaders.label import tidy
from loaders.lines_frame import Column, headings_frame, lines_frame
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.sound_rows import sound_rows
from loaders.table_control import table_control
from loaders.table_duplicates import table_duplicates
from loaders.table_key import TableKey
from loaders.table_keys import table_keys
from loaders.table_parents import table_parents
from loaders.table_rows import table_rows
from loaders.table_rules import Known, table_rules
from loaders.table_spec import TableSpec
from loaders.unit_questions import unit_questions

_TEXTS = ("program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "item", "uraian")


def read_table(sheet: Sheet, context: Context, spec: TableSpec) -> Reading:
    """Reads a table by what its columns are.

    Each amount column is cast as one, printed totals are held against the lines they sum, sisa against pagu and
    realisasi. Where unit or period is said nowhere the report asks: then there are no lines, but all totals are checked
    and every row is accounted for (as dropped, with that question).
    """
    found = table_rows(sheet, spec)
    counted = {*found.lines, *found.totals}
    amounts = cast_columns(
        {
            name: [row[column] if number in counted else None for number, row in enumerate(sheet.rows)]
            for name, column in spec.columns.items()
            if name.endswith("_rp")
        },
        spec.unit_rp,
    )
    parents, asked, questions = table_parents(sheet, spec, found.lines, amounts)
    found.ends |= parents
    found.totals = sorted([*found.totals, *parents])
    found.lines = [row for row in found.lines if row not in parents]
    sound, issues = sound_rows(sheet, spec, found, amounts)
    sound = [row for row in sound if row not in asked]
    keys, more = table_keys(sheet, context, spec, sound)
    rows = [row for row in sound if row in keys]
    values, broken = table_rules(sheet, spec, amounts, rows)
    control, differences = table_control(sheet, spec, found, amounts)
    if not found.lines:
        issues.append(Issue.of("table-empty", sheet=sheet.name))
    return Reading(
        lines=_lines(sheet, context, spec, [keys[row] for row in rows], rows, values),
        headings=headings_frame(0, {}),
        slices=tuple(sorted({keys[row].piece for row in rows}, key=lambda piece: piece.key)),
        rows=RowCount(len(rows), len(found.totals), found.notes, found.dropped + len(found.lines) - len(rows)),
        control=tuple(control),
        issues=(
            *unit_questions(sheet, spec.header),
            *found.issues,
            *questions,
            *issues,
            *more,
            *table_duplicates(sheet, spec, {row: keys[row] for row in rows}, found.totals),
            *broken,
            *differences,
        ),
    )


def _lines(
    sheet: Sheet,
    context: Context,
    spec: TableSpec,
    keys: Sequence[TableKey],
    rows: Sequence[int],
    values: Mapping[str, Known],
) -> pd.DataFrame:
    units = context.reference.by_kode_satker
    everything = np.ones(len(rows), dtype=np.bool_)
    main = spec.columns.get("realisasi_rp", spec.columns.get("pagu_rp"))
    columns: dict[str, Column] = {
        "tahun": (np.array([key.piece.tahun for key in keys], dtype=np.int64), everything),
        "bulan": (
            np.array([key.piece.bulan or 0 for key in keys], dtype=np.int64),
            np.array([key.piece.bulan is not None for key in keys], dtype=np.bool_),
        ),
        "kode_satker": [key.piece.kode_satker for key in keys],
        "kode_wilayah": [
            units[key.piece.kode_satker].kode_wilayah if key.piece.kode_satker in units else None for key in keys
        ],
        "sumber_dana": [key.piece.sumber_dana for key in keys],
        "akun": [key.akun for key in keys],
        **{name: _text(sheet, spec.columns[name], rows) for name in _TEXTS if name in spec.columns},
        **values,
        "sumber_berkas": context.file,
        "sumber_lembar": sheet.name,
        "sumber_baris": (np.array(rows, dtype=np.int64) + 1, everything),
        "sumber_sel": None if main is None else [sheet.address(row, main) for row in rows],
        "cells": [_cells(sheet, spec, row) for row in rows],
    }
    return lines_frame(len(rows), columns)


def _text(sheet: Sheet, column: int, rows: Sequence[int]) -> list[str | None]:
    return [tidy(raw_text(sheet.rows[row][column])) or None for row in rows]


def _cells(sheet: Sheet, spec: TableSpec, row: int) -> str:
    return cells_json(
        (name, sheet.address(row, column), raw_text(sheet.rows[row][column]))
        for name, column in spec.columns.items()
        if name.endswith("_rp") and sheet.rows[row][column] is not None
    )
