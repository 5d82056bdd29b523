"""An invented budget as a draft, without the file between."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from budget.declared import Declared
from budget.draft import Draft
from budget.lines import AMOUNTS, LEVELS
from budget.reference import Reference
from budget.report import Report
from budget.row_count import RowCount
from budget.slice import Slice
from budget.upload import Upload
from loaders.cells_json import cells_json
from loaders.lines_frame import headings_frame, lines_frame
from samples.sample import Sample

_SHEET = "GLP039_LAPORAN REALISASI SUPER "
_FIRST_ROW = 10
_COLUMNS = dict(zip(AMOUNTS, ("P", "R", "V", "W", "Y", "AD"), strict=True))


def tree_draft(sample: Sample, *, whole: bool) -> tuple[Draft, Declared]:
    """What a loader would make of a sample export, and what is declared for it.

    Args:
        sample: The export; its file is not written, the name stands for its content.
        whole: All lines and headings; else one line per akun, without a path above it, of the same sums.
    """
    header, outline = sample.tree.header, sample.tree.outline
    amounts = _amounts(sample)
    paths: Sequence[tuple[str, ...]] = outline.paths
    uraian: Sequence[str] = outline.uraian
    if not whole:
        akun, first, group = np.unique([path[-1] for path in paths], return_index=True, return_inverse=True)
        sums = np.zeros((len(akun), len(AMOUNTS)), dtype=np.int64)
        np.add.at(sums, group, amounts)
        amounts, paths, uraian = sums, [(code,) for code in akun.tolist()], [uraian[at] for at in first]
    count = len(paths)
    levels = LEVELS[7 - len(paths[0]) : 7]
    known = np.ones(count, dtype=np.bool_)
    rows = np.arange(_FIRST_ROW, _FIRST_ROW + count, dtype=np.int64)
    piece = Slice(header.tahun, header.bulan, header.kode_satker, sample.sumber_dana)
    lines = lines_frame(
        count,
        {
            "tahun": header.tahun,
            "bulan": header.bulan,
            "kode_satker": header.kode_satker,
            "kode_wilayah": Reference.load().by_kode_satker[header.kode_satker].kode_wilayah,
            "sumber_dana": sample.sumber_dana,
            **{level: [path[at] for path in paths] for at, level in enumerate(levels)},
            "uraian": list(uraian),
            **{name: (amounts[:, at], known) for at, name in enumerate(AMOUNTS)},
            "sumber_berkas": sample.name,
            "sumber_lembar": _SHEET,
            "sumber_baris": (rows, known),
            "sumber_sel": [f"Y{row}" for row in rows],
            "cells": [_cells(row, values) for row, values in zip(rows.tolist(), amounts.tolist(), strict=True)],
        },
    )
    above = {path[:depth] for path in outline.paths for depth in range(1, 7)} if whole else set()
    headings = [(path, outline.headings[path]) for path in sorted(above)]
    titles = headings_frame(
        len(headings),
        {
            "kode_satker": header.kode_satker,
            "level": [LEVELS[len(path) - 1] for path, _ in headings],
            "path": ["/".join(path) for path, _ in headings],
            "uraian": [text for _, text in headings],
            "sumber_lembar": _SHEET,
            "sumber_baris": _FIRST_ROW,
            "cells": "{}",
        },
    )
    report = Report("sakti-fa-detail", (piece,), RowCount(count, 0, 0, 0), (), ())
    return Draft(Upload(sample.name, sample.name.encode()), lines, titles, report), Declared(sample.sumber_dana)


def _amounts(sample: Sample) -> NDArray[np.int64]:
    """Lines × `AMOUNTS`, rupiah."""
    tree = sample.tree
    return np.column_stack([tree.pagu, tree.lock, tree.lalu, tree.ini, tree.realisasi, tree.sisa])


def _cells(row: int, amounts: Sequence[int]) -> str:
    return cells_json(
        (name, f"{_COLUMNS[name]}{row}", str(value)) for name, value in zip(AMOUNTS, amounts, strict=True)
    )
