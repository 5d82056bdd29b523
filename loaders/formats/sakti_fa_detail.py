"""SAKTI, Laporan Ketersediaan Dana Detail / Laporan Fa Detail (16 Segmen)."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from budget.control import Control
from budget.issue import Issue
from budget.lines import AMOUNTS, LEVELS
from budget.row_count import RowCount
from budget.slice import Slice
from loaders.cells_json import cells_json
from loaders.context import Context
from loaders.fa_amounts import FaAmounts, fa_amounts
from loaders.fa_header import FaHeader, fa_header
from loaders.fa_rows import FaRows, fa_rows
from loaders.fa_title import FaTitle, fa_title
from loaders.fa_tree import FaTree, fa_tree
from loaders.lines_frame import Column, headings_frame, lines_frame
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.reconcile import reconcile
from loaders.sheet import Sheet


class SaktiFaDetail:
    """The main input: one satker, one month, every budget code with its money, subtotals at every level.

    Source: GLP039 of SAKTI; layouts down to akun, down to item, and the `;`-separated one.
    """

    name = "sakti-fa-detail"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has Uraian, Pagu, s.d. Periode and Sisa."""
        return fa_header(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """Reads one sheet; what cannot be decided is an issue and never a guess."""
        header = fa_header(sheet)
        if header is None:
            raise ValueError("not a Fa Detail sheet")
        title = fa_title(sheet, header, context)
        found = fa_rows(sheet, header)
        amounts = fa_amounts(sheet, found, header.fields)
        tree = fa_tree(sheet, found, amounts)
        control, differences = _reconcile(sheet, found, amounts, tree)
        issues = [*_strange(sheet, header), *title.issues, *found.issues, *amounts.issues, *tree.issues]
        if -1 not in tree.head_levels:
            issues.append(Issue.of("grand-total-missing", sheet=sheet.name, expected="JUMLAH SELURUHNYA"))
        if not tree.leaves:
            issues.append(Issue.of("no-lines", sheet=sheet.name))
        slices, lines, headings = _frames(sheet, found, amounts, tree, title, context)
        lost = len(tree.leaves) - len(lines)
        return Reading(
            lines=lines,
            headings=headings,
            slices=slices,
            rows=RowCount(
                lines=len(lines),
                totals=len(tree.heads) + tree.repeats,
                notes=found.notes,
                dropped=found.dropped + tree.dropped + lost,
            ),
            control=tuple(control),
            issues=(*issues, *differences),
        )


def _strange(sheet: Sheet, header: FaHeader) -> list[Issue]:
    return [
        Issue.of("column-unknown", sheet=sheet.name, cell=sheet.address(row, column), raw=raw)
        for row, column, raw in header.unknown
    ]


def _reconcile(sheet: Sheet, found: FaRows, amounts: FaAmounts, tree: FaTree) -> tuple[list[Control], list[Issue]]:
    names = [
        ("jumlah" if level < 0 else LEVELS[level], path)
        for level, path in zip(tree.head_levels, tree.head_paths, strict=True)
    ]
    control: list[Control] = []
    issues: list[Issue] = []
    for name, column in amounts.amounts.items():

        def place(index: int, name: str = name) -> tuple[str, str, str]:
            position = tree.heads[index]
            cell = sheet.address(found.rows[position], amounts.columns[name][position])
            return sheet.name, cell, raw_text(amounts.raw[name][position])

        more, wrong = reconcile(name, column.values[tree.leaves], column.values[tree.heads], tree.spans(), names, place)
        control += more
        issues += wrong
    return control, issues


def _frames(
    sheet: Sheet, found: FaRows, amounts: FaAmounts, tree: FaTree, title: FaTitle, context: Context
) -> tuple[tuple[Slice, ...], pd.DataFrame, pd.DataFrame]:
    if title.tahun is None or title.bulan is None or title.kode_satker is None:
        return (), lines_frame(0, {}), headings_frame(0, {})
    piece = Slice(title.tahun, title.bulan, title.kode_satker, title.sumber_dana)
    cells = _cells(sheet, found, amounts)
    main = amounts.columns["realisasi_rp"]
    columns: dict[str, Column] = {
        "tahun": title.tahun,
        "bulan": title.bulan,
        "kode_satker": title.kode_satker,
        "kode_wilayah": title.kode_wilayah,
        "sumber_dana": title.sumber_dana,
        **{level: [path[depth] for path in tree.paths] for depth, level in enumerate(LEVELS)},
        "uraian": [tree.texts[position] or None for position in tree.leaves],
        **{
            name: (amounts.amounts[name].values[tree.leaves], amounts.amounts[name].known[tree.leaves])
            for name in AMOUNTS
            if name in amounts.amounts
        },
        "sumber_berkas": context.file,
        "sumber_lembar": sheet.name,
        "sumber_baris": _rows(found, tree.leaves),
        "sumber_sel": [sheet.address(found.rows[position], main[position]) for position in tree.leaves],
        "cells": [cells(position) for position in tree.leaves],
    }
    headings: dict[str, Column] = {
        "kode_satker": title.kode_satker,
        "level": ["jumlah" if level < 0 else LEVELS[level] for level in tree.head_levels],
        "path": tree.head_paths,
        "uraian": [tree.texts[position] or None for position in tree.heads],
        "sumber_lembar": sheet.name,
        "sumber_baris": _rows(found, tree.heads),
        "cells": [cells(position) for position in tree.heads],
    }
    slices = (piece,) if tree.leaves else ()
    return slices, lines_frame(len(tree.leaves), columns), headings_frame(len(tree.heads), headings)


def _rows(found: FaRows, positions: list[int]) -> Column:
    rows = np.array([found.rows[position] + 1 for position in positions], dtype=np.int64)
    return rows, np.ones(len(positions), dtype=np.bool_)


def _cells(sheet: Sheet, found: FaRows, amounts: FaAmounts) -> Callable[[int], str]:
    names = [name for name in AMOUNTS if name in amounts.amounts]

    def cells(position: int) -> str:
        row = found.rows[position]
        return cells_json(
            (name, sheet.address(row, amounts.columns[name][position]), raw_text(amounts.raw[name][position]))
            for name in names
            if amounts.columns[name][position] >= 0
        )

    return cells
