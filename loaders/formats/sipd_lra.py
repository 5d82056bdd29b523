"""SIPD, a local government's Laporan Realisasi Anggaran."""

import re
from collections.abc import Mapping
from typing import Any

from budget.issue import Issue
from budget.row_count import RowCount
from budget.slice import Slice
from loaders.amount import Amounts
from loaders.context import Context
from loaders.find_header import find_header
from loaders.header import Header
from loaders.label import label
from loaders.lines_frame import headings_frame
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.scaled_amounts import scaled_amounts
from loaders.sheet import Sheet
from loaders.sipd_kelompok import SIPD_FIELDS, SIPD_KELOMPOK, SipdPair
from loaders.sipd_lines import sipd_lines
from loaders.sipd_rows import sipd_rows
from loaders.sipd_totals import sipd_totals
from loaders.title_facts import title_facts
from loaders.unit_of_money import unit_of_money

_NEEDED = (re.compile(r"^kode"), re.compile(r"^uraian"), *SIPD_KELOMPOK.values())
_TOTAL = re.compile(r"^(jumlah|total)")


class SipdLra:
    """Kode (four columns), uraian, and per kelompok belanja a pair of anggaran and realisasi; last row `Jumlah`.

    Codes of the local government's budget are kept as they are: program, kegiatan, sub kegiatan as `ro`, rekening as
    `item`. They are not the central government's akun, so `akun` stays unknown.
    """

    name = "sipd-lra"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has kode, uraian and the four kelompok belanja."""
        return find_header(sheet, _NEEDED, len(_NEEDED)) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per deepest rekening; every row above and `Jumlah` are checked, kelompok by kelompok."""
        header = find_header(sheet, _NEEDED, len(_NEEDED))
        if header is None:
            raise ValueError("not an SIPD sheet")
        pairs = _pairs(header)
        unit_rp, _ = unit_of_money(sheet, header)
        blank, body = [None] * header.first, sheet.rows[header.first :]
        amounts = {
            pair: scaled_amounts([*blank, *(row[column] for row in body)], unit_rp or 1)
            for pair, column in pairs.items()
        }
        rows = sipd_rows(sheet, header.first, [c for c, text in enumerate(header.labels) if text.startswith("kode")])
        leaves = [one for one in rows if one.leaf]
        grand = _grand(sheet, header, {one.row for one in rows})
        control, issues = sipd_totals(sheet, rows, grand, pairs, amounts)
        faults = _faults(sheet, {one.row for one in rows} | set(grand), pairs, amounts)
        facts = title_facts(sheet, header, context)
        asked = {"unit": facts.kode_satker, "year": facts.tahun, "month": facts.bulan}
        missing = [name for name, value in asked.items() if value is None]
        questions = [Issue.of(f"{name}-needed", sheet=sheet.name, count=len(leaves)) for name in missing]
        source, more = context.sumber_dana(sheet.name)
        kept = [] if missing or faults else leaves
        piece = Slice(facts.tahun or 0, facts.bulan, facts.kode_satker or "", source)
        totals = len(rows) - len(leaves) + len(grand)
        notes = len(sheet.rows) - len(rows) - len(grand)
        return Reading(
            lines=sipd_lines(sheet, context, kept, piece, header, pairs, amounts),
            headings=headings_frame(0, {}),
            slices=(piece,) if kept else (),
            rows=RowCount(len(kept), totals, notes, len(leaves) - len(kept)),
            control=tuple(control),
            issues=(*facts.issues, *questions, *faults, *issues, *(more if kept else [])),
        )


def _pairs(header: Header) -> dict[SipdPair, int]:
    return {
        (kelompok, field): column
        for column, text in enumerate(header.labels)
        for kelompok, group in SIPD_KELOMPOK.items()
        for field, pattern in SIPD_FIELDS.items()
        if group.search(text) and pattern.search(text)
    }


def _grand(sheet: Sheet, header: Header, coded: set[int]) -> list[int]:
    return [
        number
        for number in range(header.first, len(sheet.rows))
        if number not in coded and any(isinstance(c, str) and _TOTAL.match(label(c)) for c in sheet.rows[number])
    ]


def _faults(
    sheet: Sheet, rows: set[int], pairs: Mapping[SipdPair, int], amounts: Mapping[SipdPair, Amounts]
) -> list[Issue]:
    found = []
    for pair, column in pairs.items():
        for row in sorted(rows):
            seen = sheet.faults.get((row, column))
            fault = amounts[pair].faults.get(row)
            if seen is not None:
                fault = "error-cell" if seen else "formula-not-computed"
            if fault is not None:
                raw = (seen if seen is not None else raw_text(sheet.rows[row][column])) or None
                facts: dict[str, Any] = {"field": pair[1], "row": row + 1, "kode": pair[0], "expected": "rupiah bulat"}
                found.append(Issue.of(fault, sheet=sheet.name, cell=sheet.address(row, column), raw=raw, **facts))
    return found
