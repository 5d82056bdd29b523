"""OM-SPAN, Informasi Revisi DIPA."""

import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from budget.control import Control
from budget.issue import Issue
from budget.row_count import RowCount
from budget.slice import Slice
from budget.sumber_dana import TIDAK_DIRINCI
from loaders.amount import cast_amounts
from loaders.cells_json import cells_json
from loaders.context import Context
from loaders.label import label, tidy
from loaders.lines_frame import headings_frame, lines_frame
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.reconcile import reconcile
from loaders.sheet import Cell, Sheet

_LABELS = {
    "satker": "satker",
    "kode satker": "satker",
    "nama satker": "nama",
    "no. dipa": "dipa",
    "no dipa": "dipa",
    "nomor dipa": "dipa",
    "total pagu belanja": "pagu",
    "pagu belanja": "pagu",
    "tanggal posting revisi": "tanggal",
    "no. revisi terakhir": "revisi",
    "no revisi terakhir": "revisi",
}
_NEEDED = frozenset({"satker", "nama", "dipa", "pagu"})
_DIPA = re.compile(r"DIPA-(\d{3})\.(\d{2})\.(\d)\.(\d{6})/(20\d\d)")
_KPU = "076"
_NAMES_KPU = re.compile(r"\bKPU\b|komisi pemilihan umum", re.IGNORECASE)
_TOTAL = re.compile(r"(grand )?total|jumlah( seluruhnya)?")
_WITHIN = 60


@dataclass
class _Kept:
    """Lines found so far; lists are parallel."""

    rows: list[int] = field(default_factory=list)
    satker: list[str] = field(default_factory=list)
    tahun: list[int] = field(default_factory=list)
    uraian: list[str] = field(default_factory=list)
    dipa: set[str] = field(default_factory=set)
    pagu: list[int] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    dropped: int = 0
    notes: int = 0
    totals: list[int] = field(default_factory=list)
    data: list[int] = field(default_factory=list)


class OmspanRevisiDipa:
    """Ceilings per satker after the last revision of its DIPA; units of many ministries on one sheet."""

    name = "omspan-revisi-dipa"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has Satker, Nama Satker, No. DIPA and Total Pagu Belanja."""
        return _header(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """Keeps KPU's rows; every row of another ministry is dropped and named."""
        header = _header(sheet)
        if header is None:
            raise ValueError("not an Informasi Revisi DIPA sheet")
        first, columns = header
        kept = _Kept(notes=first + 1)
        pagu = cast_amounts([row[columns["pagu"]] for row in sheet.rows])
        for number in range(first + 1, len(sheet.rows)):
            fault = pagu.faults.get(number, None if pagu.known[number] else "amount-missing")
            _row(sheet, number, columns, fault, int(pagu.values[number]), context, kept)
        sumber_dana, source_issues = TIDAK_DIRINCI, list[Issue]()
        if kept.rows:
            sumber_dana, source_issues = context.sumber_dana(sheet.name)
        else:
            kept.issues.append(Issue.of("no-kpu-rows", sheet=sheet.name))
        control, differences = _reconcile(sheet, columns, pagu.values, kept)
        slices = {Slice(tahun, None, kode, sumber_dana) for tahun, kode in zip(kept.tahun, kept.satker, strict=True)}
        everything = np.ones(len(kept.rows), dtype=np.bool_)
        places = [sheet.address(row, columns["pagu"]) for row in kept.rows]
        wilayah = context.reference.by_kode_satker
        raw = [raw_text(sheet.rows[row][columns["pagu"]]) for row in kept.rows]
        lines = lines_frame(
            len(kept.rows),
            {
                "tahun": (np.array(kept.tahun, dtype=np.int64), everything),
                "kode_satker": kept.satker,
                "kode_wilayah": [wilayah[kode].kode_wilayah if kode in wilayah else None for kode in kept.satker],
                "sumber_dana": sumber_dana,
                "uraian": kept.uraian,
                "pagu_rp": (np.array(kept.pagu, dtype=np.int64), everything),
                "sumber_berkas": context.file,
                "sumber_lembar": sheet.name,
                "sumber_baris": (np.array(kept.rows, dtype=np.int64) + 1, everything),
                "sumber_sel": places,
                "cells": [cells_json([("pagu_rp", place, text)]) for place, text in zip(places, raw, strict=True)],
            },
        )
        return Reading(
            lines=lines,
            headings=headings_frame(0, {}),
            slices=tuple(sorted(slices, key=lambda piece: piece.key)),
            rows=RowCount(len(kept.rows), len(kept.totals), kept.notes, kept.dropped),
            control=tuple(control),
            issues=(*kept.issues, *source_issues, *differences),
        )


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            name = _LABELS.get(label(cell)) if isinstance(cell, str) else None
            if name:
                columns.setdefault(name, column)
        if set(columns) >= _NEEDED:
            return number, columns
    return None


def _row(
    sheet: Sheet,
    number: int,
    columns: dict[str, int],
    fault: str | None,
    pagu: int,
    context: Context,
    kept: _Kept,
) -> None:
    row = sheet.rows[number]
    filled = [column for column, cell in enumerate(row) if cell is not None]
    faults = sorted(column for line, column in sheet.faults if line == number)
    if faults:
        raw = sheet.faults[number, faults[0]]
        kept.dropped += 1
        kept.issues.append(
            Issue.of(
                "error-cell" if raw else "formula-not-computed",
                sheet=sheet.name,
                cell=sheet.address(number, faults[0]),
                raw=raw or None,
                expected="angka",
            )
        )
        return
    if not filled:
        kept.notes += 1
        return
    code = _satker(row[columns["satker"]])
    if code is None:
        _without_code(sheet, number, filled, kept, fault)
        return
    kept.data.append(number)
    dipa = _DIPA.fullmatch(tidy(raw_text(row[columns["dipa"]])).upper())
    issue = _authority(sheet, number, columns, code, dipa, context)
    if issue is None and fault is not None:
        issue = Issue.of(
            fault,
            sheet=sheet.name,
            cell=sheet.address(number, columns["pagu"]),
            raw=raw_text(row[columns["pagu"]]) or None,
            expected="rupiah bulat",
            field="pagu_rp",
            row=number + 1,
            kode=code,
        )
    if issue is None and dipa and dipa[0] in kept.dipa:
        cell = sheet.address(number, columns["satker"])
        issue = Issue.of("duplicate-path", sheet=sheet.name, cell=cell, raw=code, path=dipa[0], row=number + 1)
    if issue is not None or dipa is None:
        kept.dropped += 1
        kept.issues += [issue] if issue else []
        return
    kept.rows.append(number)
    kept.satker.append(code)
    kept.tahun.append(int(dipa[5]))
    kept.dipa.add(dipa[0])
    kept.uraian.append(_uraian(row, columns, dipa[0]))
    kept.pagu.append(pagu)


def _authority(
    sheet: Sheet, number: int, columns: dict[str, int], code: str, dipa: re.Match[str] | None, context: Context
) -> Issue | None:
    """Whether a row is KPU's, by its satker code and by its DIPA; None when both agree that it is."""
    row = sheet.rows[number]
    name = tidy(raw_text(row[columns["nama"]]))
    place = sheet.address(number, columns["satker"])
    known = code in context.reference.by_kode_satker
    wanted = known or context.declared.any_satker
    if dipa is None:
        if not wanted and not _NAMES_KPU.search(name):
            return _other(sheet, place, code, name)
        cell, raw = sheet.address(number, columns["dipa"]), tidy(raw_text(row[columns["dipa"]]))
        expected = f"DIPA-076.01.2.{code}/2024"
        return Issue.of("dipa-not-understood", sheet=sheet.name, cell=cell, raw=raw, expected=expected)
    if dipa[4] != code or (known and dipa[1] != _KPU):
        cell = sheet.address(number, columns["dipa"])
        return Issue.of("dipa-contradicts", sheet=sheet.name, cell=cell, raw=dipa[0], code_satker=code, name=name)
    if wanted:
        return None
    if dipa[1] == _KPU:
        raw = f"{code} {name}"
        return Issue.of("satker-unknown", sheet=sheet.name, cell=place, raw=raw, code_satker=code, name=name)
    return _other(sheet, place, code, name)


def _other(sheet: Sheet, place: str, code: str, name: str) -> Issue:
    return Issue.of("other-ministry", sheet=sheet.name, cell=place, raw=f"{code} {name}", code_satker=code, name=name)


def _without_code(sheet: Sheet, number: int, filled: list[int], kept: _Kept, fault: str | None) -> None:
    row = sheet.rows[number]
    first = raw_text(row[filled[0]])
    if _TOTAL.fullmatch(label(first)) and fault is None:
        kept.totals.append(number)
    elif len(filled) == 1 or not any(isinstance(row[column], int | float) for column in filled):
        kept.notes += 1
    else:
        kept.dropped += 1
        cell = sheet.address(number, filled[0])
        expected = "kode satker enam angka"
        kept.issues.append(
            Issue.of("row-not-understood", sheet=sheet.name, cell=cell, raw=tidy(first), expected=expected)
        )


def _satker(cell: Cell) -> str | None:
    text = raw_text(cell).strip().lstrip("'")
    if isinstance(cell, str):
        match = re.match(r"(\d{6})(?!\d)", text)
        return match[1] if match else None
    return text.zfill(6) if text.isdigit() and 4 <= len(text) <= 6 else None


def _uraian(row: tuple[Cell, ...], columns: dict[str, int], dipa: str) -> str:
    parts = [dipa]
    if "revisi" in columns and row[columns["revisi"]] is not None:
        parts.append(f"revisi ke-{tidy(raw_text(row[columns['revisi']]))}")
    if "tanggal" in columns and row[columns["tanggal"]] is not None:
        parts.append(f"diposting {tidy(raw_text(row[columns['tanggal']]))}")
    return parts[0] if len(parts) == 1 else f"{parts[0]} {', '.join(parts[1:])}"


def _reconcile(
    sheet: Sheet, columns: dict[str, int], pagu: npt.NDArray[np.int64], kept: _Kept
) -> tuple[list[Control], list[Issue]]:
    leaves = pagu[kept.data]
    count = len(kept.totals)
    spans = (np.zeros(count, dtype=np.int64), np.full(count, len(leaves), dtype=np.int64))

    def place(index: int) -> tuple[str, str, str]:
        row = kept.totals[index]
        return sheet.name, sheet.address(row, columns["pagu"]), raw_text(sheet.rows[row][columns["pagu"]])

    return reconcile("pagu_rp", leaves, pagu[kept.totals], spans, [("jumlah", "")] * count, place)
