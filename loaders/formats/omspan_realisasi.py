"""OM-SPAN, pagu and realisasi per jenis belanja."""

import re
from collections.abc import Mapping, Sequence

from budget.issue import Issue
from budget.row_count import RowCount
from loaders.cast_columns import cast_columns
from loaders.context import Context
from loaders.find_header import find_header
from loaders.header import Header
from loaders.label import tidy
from loaders.lines_frame import headings_frame
from loaders.match_satker import match_satker
from loaders.omspan_block import OmspanBlock
from loaders.omspan_blocks import omspan_blocks
from loaders.omspan_facts import omspan_facts
from loaders.omspan_faults import omspan_faults
from loaders.omspan_lines import omspan_lines
from loaders.omspan_remainders import omspan_remainders
from loaders.omspan_totals import omspan_totals
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.satker_name import satker_name
from loaders.sheet import Sheet
from loaders.table_columns import table_columns
from loaders.unit_of_money import unit_of_money
from loaders.unit_questions import unit_questions

_JENIS = {
    "51": re.compile(r"pegawai"),
    "52": re.compile(r"barang"),
    "53": re.compile(r"modal"),
    "54": re.compile(r"bunga"),
    "55": re.compile(r"subsidi"),
    "56": re.compile(r"hibah"),
    "57": re.compile(r"bansos|bantuan sosial"),
    "58": re.compile(r"lain"),
    "61": re.compile(r"transfer"),
}
"""Columns by the first two digits of their akun (Bagan Akun Standar; transfers to regions begin with 6)."""

_PLACES = {"unit": re.compile(r"satker"), "words": re.compile(r"^ket"), "total": re.compile(r"^total|^jumlah")}
_NEEDED = (_PLACES["unit"], _PLACES["words"], _JENIS["51"], _JENIS["52"], _JENIS["53"])
_OF_KPU = re.compile(r"\bkpu\b|komisi pemilihan umum", re.IGNORECASE)


class OmspanRealisasi:
    """Blocks of PAGU, REALISASI, (percent,) SISA per satker; a column per jenis belanja; many ministries on a sheet."""

    name = "omspan-realisasi"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has satker, keterangan, pegawai, barang and modal."""
        return _header(sheet) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per KPU unit and jenis belanja that has a pagu or a realisasi."""
        header = _header(sheet)
        if header is None:
            raise ValueError("not an OM-SPAN realisasi sheet")
        unit_rp, _ = unit_of_money(sheet, header)
        places = table_columns(header, {**_PLACES, **_JENIS})
        numbers = {name: column for name, column in places.items() if name in _JENIS or name == "total"}
        kinds = {jenis: column for jenis, column in numbers.items() if jenis in _JENIS}
        blocks, notes, dropped, issues = omspan_blocks(
            sheet, header.first, places["unit"], places["words"], [*numbers.values()]
        )
        percents = {row for block in blocks for kind, row in block.rows.items() if kind == "persen"}
        body = [[None] * len(row) if at < header.first or at in percents else row for at, row in enumerate(sheet.rows)]
        amounts = cast_columns({name: [row[at] for row in body] for name, at in numbers.items()}, unit_rp or 1)
        control, wrong = omspan_totals(sheet, places, blocks, amounts, list(kinds))
        facts = omspan_facts(sheet, header, blocks, context)
        ours, others = _ours(sheet, places, [block for block in blocks if not block.total], context)
        issues += [
            *unit_questions(sheet, header),
            *facts.issues,
            *others,
            *omspan_faults(sheet, numbers, blocks, amounts),
        ]
        issues += [*omspan_remainders(sheet, numbers, ours, amounts), *wrong]
        missing = [name for name, value in (("year", facts.tahun), ("month", facts.bulan)) if value is None]
        waiting = sum(word in block.rows for block in ours.values() for word in ("pagu", "realisasi"))
        issues += [Issue.of(f"{name}-needed", sheet=sheet.name, count=waiting) for name in missing if ours]
        source, more = context.sumber_dana(sheet.name)
        kept = {} if missing else ours
        lines, slices = omspan_lines(sheet, context, kept, kinds, amounts, (facts.tahun or 0, facts.bulan or 0, source))
        rows = _rows(blocks, list(kept.values()))
        return Reading(
            lines=lines,
            headings=headings_frame(0, {}),
            slices=slices,
            rows=RowCount(rows.lines, rows.totals, header.first + notes + rows.notes, dropped + rows.dropped),
            control=tuple(control),
            issues=(*issues, *(more if kept else [])),
        )


def _rows(blocks: Sequence[OmspanBlock], kept: Sequence[OmspanBlock]) -> RowCount:
    """PAGU and REALISASI of what is kept are lines, SISA and GRAND TOTAL are totals, percents are notes."""
    lines = sum(word in block.rows for block in kept for word in ("pagu", "realisasi"))
    totals = sum("sisa" in block.rows for block in kept) + sum(len(block.all) for block in blocks if block.total)
    notes = sum("persen" in block.rows for block in kept)
    return RowCount(lines, totals, notes, sum(len(block.all) for block in blocks) - lines - totals - notes)


def _header(sheet: Sheet) -> Header | None:
    return find_header(sheet, _NEEDED, len(_NEEDED))


def _ours(
    sheet: Sheet, places: Mapping[str, int], blocks: Sequence[OmspanBlock], context: Context
) -> tuple[dict[str, OmspanBlock], list[Issue]]:
    """KPU's blocks by satker code; each other block has one issue."""
    ours: dict[str, OmspanBlock] = {}
    issues: list[Issue] = []
    for block in blocks:
        cell, place = sheet.rows[block.row][places["unit"]], sheet.address(block.row, places["unit"])
        text = tidy(raw_text(cell))
        found = match_satker(cell, context.reference)
        code = found.kode_satker if found.how in {"code", "unknown"} else None
        facts = {"code_satker": code or "", "name": tidy(text.replace(code or "", "").strip(" |-"))}
        if not text:
            word = tidy(raw_text(sheet.rows[block.row][places["words"]]))
            issues.append(Issue.of("block-without-unit", sheet=sheet.name, cell=place, raw=word))
        elif code is None:
            issues.append(Issue.of("satker-unknown", sheet=sheet.name, cell=place, raw=text, **facts))
        elif code in ours:
            issues.append(
                Issue.of("duplicate-path", sheet=sheet.name, cell=place, raw=text, path=code, row=block.row + 1)
            )
        elif code in context.reference.by_kode_satker or context.declared.any_satker:
            ours[code] = block
            issues += _name_fits(sheet, place, facts["name"], code, context)
        else:
            kind = "satker-unknown" if _OF_KPU.search(text) else "other-ministry"
            issues.append(Issue.of(kind, sheet=sheet.name, cell=place, raw=text, **facts))
    if not ours:
        issues.append(Issue.of("no-kpu-rows", sheet=sheet.name))
    return ours, issues


def _name_fits(sheet: Sheet, place: str, name: str, code: str, context: Context) -> list[Issue]:
    unit = context.reference.by_kode_satker.get(code)
    if unit is None or not name or satker_name(name)[1] in satker_name(unit.nama)[1]:
        return []
    return [Issue.of("satker-name-differs", sheet=sheet.name, cell=place, raw=name, expected=unit.nama)]
