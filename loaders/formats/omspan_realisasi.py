"""OM-SPAN, pagu and realisasi per jenis belanja."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from budget.issue import Issue
from budget.row_count import RowCount
from loaders.amount import Amounts
from loaders.context import Context
from loaders.find_header import find_header
from loaders.header import Header
from loaders.label import tidy
from loaders.lines_frame import headings_frame
from loaders.match_satker import match_satker
from loaders.omspan_block import OmspanBlock
from loaders.omspan_blocks import omspan_blocks
from loaders.omspan_fields import OMSPAN_FIELDS
from loaders.omspan_lines import omspan_lines
from loaders.omspan_totals import omspan_totals
from loaders.raw_text import raw_text
from loaders.reading import Reading
from loaders.satker_name import satker_name
from loaders.scaled_amounts import scaled_amounts
from loaders.sheet import Sheet
from loaders.table_columns import table_columns
from loaders.title_facts import title_facts
from loaders.unit_of_money import unit_of_money

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
        kinds = {jenis: column for jenis, column in places.items() if jenis in _JENIS}
        blocks, notes, dropped, issues = omspan_blocks(sheet, header.first, places["unit"], places["words"])
        blank, body = [None] * header.first, sheet.rows[header.first :]
        amounts = {
            name: scaled_amounts([*blank, *(row[column] for row in body)], unit_rp or 1)
            for name, column in places.items()
            if name in kinds or name == "total"
        }
        control, wrong = omspan_totals(sheet, places, blocks, amounts, list(kinds))
        issues += wrong
        facts = title_facts(sheet, header, context)
        ours, others = _ours(sheet, places["unit"], [block for block in blocks if not block.total], context)
        issues += others
        issues += _faults(sheet, places, ours, amounts)
        missing = [name for name, value in (("year", facts.tahun), ("month", facts.bulan)) if value is None]
        issues += [Issue.of(f"{name}-needed", sheet=sheet.name, count=len(ours)) for name in missing if ours]
        source, more = context.sumber_dana(sheet.name)
        kept = {} if missing else ours
        lines, slices = omspan_lines(sheet, context, kept, kinds, amounts, (facts.tahun or 0, facts.bulan or 0, source))
        in_lines = [row for block in kept.values() for kind, row in block.rows.items() if kind in {"pagu", "realisasi"}]
        in_totals = [row for block in kept.values() for kind, row in block.rows.items() if kind == "sisa"]
        in_totals += [row for block in blocks if block.total for row in block.all]
        everything = sum(len(block.all) for block in blocks)
        percents = sum(len(block.all) for block in kept.values()) - len(in_lines)
        percents -= sum("sisa" in block.rows for block in kept.values())
        left_out = everything - len(in_lines) - len(in_totals) - percents
        return Reading(
            lines=lines,
            headings=headings_frame(0, {}),
            slices=slices,
            rows=RowCount(len(in_lines), len(in_totals), header.first + notes + percents, dropped + left_out),
            control=tuple(control),
            issues=(*issues, *(more if kept else [])),
        )


def _header(sheet: Sheet) -> Header | None:
    return find_header(sheet, _NEEDED, len(_NEEDED))


def _ours(
    sheet: Sheet, unit: int, blocks: Sequence[OmspanBlock], context: Context
) -> tuple[dict[str, OmspanBlock], list[Issue]]:
    """KPU's blocks by satker code; each other block has one issue."""
    ours: dict[str, OmspanBlock] = {}
    issues: list[Issue] = []
    for block in blocks:
        cell, place = sheet.rows[block.row][unit], sheet.address(block.row, unit)
        text = tidy(raw_text(cell))
        found = match_satker(cell, context.reference)
        code = found.kode_satker if found.how in {"code", "unknown"} else None
        facts = {"code_satker": code or "", "name": tidy(text.replace(code or "", "").strip(" |-"))}
        if code is None:
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


def _faults(
    sheet: Sheet, places: Mapping[str, int], ours: Mapping[str, OmspanBlock], amounts: Mapping[str, Amounts]
) -> list[Issue]:
    issues = []
    for code, block in ours.items():
        for kind, row in block.rows.items():
            for name, column in amounts.items():
                seen = sheet.faults.get((row, places[name]))
                fault = column.faults.get(row)
                if seen is not None:
                    fault = "error-cell" if seen else "formula-not-computed"
                if fault is None or kind == "persen":
                    continue
                raw = seen if seen is not None else raw_text(sheet.rows[row][places[name]])
                facts: dict[str, Any] = {
                    "field": OMSPAN_FIELDS[kind],
                    "row": row + 1,
                    "kode": code,
                    "expected": "rupiah bulat",
                }
                cell = sheet.address(row, places[name])
                issues.append(Issue.of(fault, sheet=sheet.name, cell=cell, raw=raw or None, **facts))
    return issues
