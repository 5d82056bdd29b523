"""From the rows of a withdrawal plan to its frame."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from loaders.amount import Amounts
from loaders.cells_json import cells_json
from loaders.lines_frame import plan_frame
from loaders.plan_key import PlanKey
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec


def plan_lines(sheet: Sheet, spec: TableSpec, keys: Mapping[int, PlanKey], amounts: Amounts) -> pd.DataFrame:
    """A plan in the shape of `budget.plan.PLAN`.

    Args:
        sheet: Where the table is.
        spec: What the columns are.
        keys: What each row is of, in row order.
        amounts: The plan's column, indexed by row.
    """
    column, rows = spec.columns["rencana_rp"], np.array(list(keys), dtype=np.int64)
    known = np.ones(len(rows), dtype=np.bool_)
    places = [sheet.address(row, column) for row in keys]
    raw = [raw_text(sheet.rows[row][column]) for row in keys]
    return plan_frame(
        len(rows),
        {
            "kode_satker": [key.piece.kode_satker for key in keys.values()],
            "tahun": (np.array([key.piece.tahun for key in keys.values()], dtype=np.int64), known),
            "sumber_dana": [key.piece.sumber_dana for key in keys.values()],
            "jenis": [key.jenis for key in keys.values()],
            "bulan": (np.array([key.bulan for key in keys.values()], dtype=np.int64), known),
            "rencana_rp": (amounts.values[rows], known),
            "sumber_lembar": sheet.name,
            "sumber_baris": (rows + 1, known),
            "sumber_sel": places,
            "cells": [cells_json([("rencana_rp", *cell)]) for cell in zip(places, raw, strict=True)],
        },
    )
