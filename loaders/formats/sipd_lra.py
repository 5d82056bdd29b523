"""SIPD, a local government's Laporan Realisasi Anggaran."""

import re

from budget.issue import Issue
from budget.row_count import RowCount
from budget.slice import Slice
from loaders.cast_columns import cast_columns
from loaders.context import Context
from loaders.header import Header
from loaders.label import label
from loaders.lines_frame import headings_frame
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.sipd_faults import sipd_faults
from loaders.sipd_lines import sipd_lines
from loaders.sipd_pairs import sipd_pairs
from loaders.sipd_rows import sipd_rows
from loaders.sipd_source import sipd_source
from loaders.sipd_totals import sipd_totals
from loaders.title_facts import title_facts
from loaders.unit_of_money import unit_of_money
from loaders.unit_questions import unit_questions

_TOTAL = re.compile(r"^(jumlah|total)")


class SipdLra:
    """Kode (four columns), uraian, and per kelompok belanja a pair of anggaran and realisasi; last row `Jumlah`.

    Codes of the local government's budget are kept as they are: program, kegiatan, sub kegiatan as `ro`, rekening as
    `item`. They are not the central government's akun, so `akun` stays unknown.
    """

    name = "sipd-lra"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has kode, uraian, and anggaran and realisasi of the four kelompok belanja."""
        return sipd_pairs(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per deepest rekening; every row above and `Jumlah` are checked, kelompok by kelompok.

        Where unit or period are not known or an amount cannot be read, the rekening are dropped: one question stands
        for all of them, and the printed totals are shown all the same.
        """
        found = sipd_pairs(sheet)
        if found is None:
            raise ValueError("not an SIPD sheet")
        header, pairs = found
        unit_rp, _ = unit_of_money(sheet, header)
        body = [[None] * len(row) if at < header.first else row for at, row in enumerate(sheet.rows)]
        amounts = cast_columns({pair: [row[at] for row in body] for pair, at in pairs.items()}, unit_rp or 1)
        rows = sipd_rows(sheet, header.first, [c for c, text in enumerate(header.labels) if text.startswith("kode")])
        leaves = [one for one in rows if one.leaf]
        grand = _grand(sheet, header, {one.row for one in rows})
        control, issues = sipd_totals(sheet, rows, grand, pairs, amounts)
        faults, dropped = sipd_faults(sheet, header.first, rows, grand, pairs, amounts)
        facts = title_facts(sheet, header, context)
        asked = {"unit": facts.kode_satker, "year": facts.tahun, "month": facts.bulan}
        missing = [name for name, value in asked.items() if value is None]
        raw = f"baris {leaves[0].row + 1}–{leaves[-1].row + 1}" if leaves else None
        questions = [Issue.of(f"{name}-needed", sheet=sheet.name, raw=raw, count=len(leaves)) for name in missing]
        named, contradiction = sipd_source(sheet, header, context.declared.sumber_dana)
        source, more = context.sumber_dana(sheet.name, named)
        kept = [] if missing or faults else leaves
        piece = Slice(facts.tahun or 0, facts.bulan, facts.kode_satker or "", source)
        totals = len(rows) - len(leaves) + len(grand)
        notes = len(sheet.rows) - len(rows) - len(grand) - dropped
        questions += unit_questions(sheet, header)
        questions += [] if leaves else [Issue.of("no-lines", sheet=sheet.name)]
        return Reading(
            lines=sipd_lines(sheet, context, kept, piece, header, pairs, amounts),
            headings=headings_frame(0, {}),
            slices=(piece,) if kept else (),
            rows=RowCount(len(kept), totals, notes, len(leaves) - len(kept) + dropped),
            control=tuple(control),
            issues=(*facts.issues, *contradiction, *questions, *faults, *issues, *(more if kept else [])),
        )


def _grand(sheet: Sheet, header: Header, coded: set[int]) -> list[int]:
    return [
        number
        for number in range(header.first, len(sheet.rows))
        if number not in coded and any(isinstance(c, str) and _TOTAL.match(label(c)) for c in sheet.rows[number])
    ]
