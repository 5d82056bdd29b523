"""Lines out of the blocks of an OM-SPAN sheet."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from budget.jenis_belanja import jenis_belanja
from budget.slice import Slice
from loaders.amount import Amounts
from loaders.cells_json import cells_json
from loaders.context import Context
from loaders.lines_frame import Column, lines_frame
from loaders.omspan_block import OmspanBlock
from loaders.omspan_fields import OMSPAN_FIELDS
from loaders.raw_text import raw_text
from loaders.sheet import Sheet


class _Found(NamedTuple):
    kode_satker: str
    jenis: str
    rows: dict[str, int]


def omspan_lines(
    sheet: Sheet,
    context: Context,
    blocks: Mapping[str, OmspanBlock],
    kinds: Mapping[str, int],
    amounts: Mapping[str, Amounts],
    of: tuple[int, int, str],
) -> tuple[pd.DataFrame, tuple[Slice, ...]]:
    """A line per unit and jenis belanja that has a pagu or a realisasi other than zero.

    Args:
        sheet: Where the table is.
        context: Names of files and units.
        blocks: Blocks by satker code.
        kinds: Column by jenis belanja.
        amounts: Cast columns by jenis belanja, indexed by row.
        of: Year, month and source of funds of all lines.
    """
    tahun, bulan, source = of
    units = context.reference.by_kode_satker
    found = [
        _Found(code, jenis, {word: row for word, row in block.rows.items() if word in OMSPAN_FIELDS})
        for code, block in blocks.items()
        for jenis in kinds
        if any(word in block.rows and amounts[jenis].values[block.rows[word]] for word in ("pagu", "realisasi"))
    ]
    main = [(one.rows.get("realisasi", min(one.rows.values())), kinds[one.jenis]) for one in found]
    columns: dict[str, Column] = {
        "tahun": tahun,
        "bulan": bulan,
        "kode_satker": [one.kode_satker for one in found],
        "kode_wilayah": [units[one.kode_satker].kode_wilayah if one.kode_satker in units else None for one in found],
        "sumber_dana": source,
        "akun": [one.jenis for one in found],
        "uraian": [jenis_belanja()[one.jenis] for one in found],
        **{field: _amounts(found, amounts, word) for word, field in OMSPAN_FIELDS.items()},
        "sumber_berkas": context.file,
        "sumber_lembar": sheet.name,
        "sumber_baris": (np.array([row + 1 for row, _ in main], dtype=np.int64), np.ones(len(main), dtype=np.bool_)),
        "sumber_sel": [sheet.address(row, column) for row, column in main],
        "cells": [_cells(sheet, one, kinds[one.jenis]) for one in found],
    }
    slices = {Slice(tahun, bulan, one.kode_satker, source) for one in found}
    return lines_frame(len(found), columns), tuple(sorted(slices, key=lambda piece: piece.key))


def _amounts(found: list[_Found], amounts: Mapping[str, Amounts], word: str) -> Column:
    places = [(one.jenis, one.rows.get(word)) for one in found]
    values = [0 if row is None else int(amounts[jenis].values[row]) for jenis, row in places]
    known = [row is not None and bool(amounts[jenis].known[row]) for jenis, row in places]
    return np.array(values, dtype=np.int64), np.array(known, dtype=np.bool_)


def _cells(sheet: Sheet, one: _Found, column: int) -> str:
    return cells_json(
        (OMSPAN_FIELDS[word], sheet.address(row, column), raw_text(sheet.rows[row][column]))
        for word, row in one.rows.items()
        if sheet.rows[row][column] is not None
    )
