"""Lines out of an SIPD sheet."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from budget.slice import Slice
from loaders.amount import Amounts
from loaders.cells_json import cells_json
from loaders.context import Context
from loaders.header import Header
from loaders.label import tidy
from loaders.lines_frame import Column, lines_frame
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.sipd_kelompok import SIPD_FIELDS, SIPD_KELOMPOK, SipdPair
from loaders.sipd_row import SipdRow


def sipd_lines(
    sheet: Sheet,
    context: Context,
    leaves: Sequence[SipdRow],
    piece: Slice,
    header: Header,
    pairs: Mapping[SipdPair, int],
    amounts: Mapping[SipdPair, Amounts],
) -> pd.DataFrame:
    """A line per deepest rekening; its amounts are the sums over the kelompok.

    Args:
        sheet: Where the table is.
        context: Names of files and units.
        leaves: The deepest rows.
        piece: What all lines are of.
        header: The heading.
        pairs: Column by kelompok and amount.
        amounts: Cast columns, indexed by row.
    """
    rows = [one.row for one in leaves]
    everything = np.ones(len(rows), dtype=np.bool_)
    sums = {field: _sum(rows, field, amounts) for field in SIPD_FIELDS}
    (pagu, known_pagu), (spent, known_spent) = sums["pagu_rp"], sums["realisasi_rp"]
    uraian = next(column for column, text in enumerate(header.labels) if text.startswith("uraian"))
    sub = [one.codes[-2].split(".") for one in leaves]
    unit = context.reference.by_kode_satker.get(piece.kode_satker)
    cells = [_cells(sheet, row, pairs, amounts) for row in rows]
    columns: dict[str, Column] = {
        "tahun": piece.tahun,
        "bulan": piece.bulan,
        "kode_satker": piece.kode_satker,
        "kode_wilayah": None if unit is None else unit.kode_wilayah,
        "sumber_dana": piece.sumber_dana,
        "program": [".".join(parts[:3]) for parts in sub],
        "kegiatan": [".".join(parts[:5]) for parts in sub],
        "ro": [".".join(parts) for parts in sub],
        "item": [one.codes[-1] for one in leaves],
        "uraian": [tidy(raw_text(sheet.rows[row][uraian])) or None for row in rows],
        **sums,
        "sisa_rp": (pagu - spent, known_pagu & known_spent),
        "sumber_berkas": context.file,
        "sumber_lembar": sheet.name,
        "sumber_baris": (np.array(rows, dtype=np.int64) + 1, everything),
        "sumber_sel": [place for place, _ in cells],
        "cells": [text for _, text in cells],
    }
    return lines_frame(len(rows), columns)


def _sum(
    rows: Sequence[int], field: str, amounts: Mapping[SipdPair, Amounts]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Sums over the kelompok; where all of them are blank, it is not known."""
    values, known = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.bool_)
    for kelompok in SIPD_KELOMPOK:
        values += amounts[kelompok, field].values[rows]
        known |= amounts[kelompok, field].known[rows]
    return values, known


def _cells(
    sheet: Sheet, row: int, pairs: Mapping[SipdPair, int], amounts: Mapping[SipdPair, Amounts]
) -> tuple[str, str]:
    """The cell of the realisasi, and all cells that count: of one kelompok under the amount's own name."""
    used = [
        kelompok for kelompok in SIPD_KELOMPOK if any(amounts[kelompok, field].values[row] for field in SIPD_FIELDS)
    ]
    shown = used or ["operasi"]
    used_pairs = [(kelompok, field) for kelompok in shown for field in SIPD_FIELDS]
    text = cells_json(
        (
            pair[1] if len(shown) == 1 else " ".join(pair),
            sheet.address(row, pairs[pair]),
            raw_text(sheet.rows[row][pairs[pair]]),
        )
        for pair in used_pairs
    )
    return sheet.address(row, pairs[shown[0], "realisasi_rp"]), text
