"""Blank amounts of a hand-kept recap."""

import pandas as pd

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

_WORDS = {**FIELD_WORDS, "pengembalian_rp": "Pengembalian belanja"}


def recap_blanks(sheet: Sheet, spec: TableSpec, lines: pd.DataFrame) -> tuple[Issue, ...]:
    """An issue for each blank amount of a line that the other amounts of its row do not settle.

    A blank realisasi is zero only where sisa = pagu proves it, which `loaders.table_rules` has seen to; a blank
    pengembalian is settled where a printed sisa is held against pagu and realisasi. Everything else stays unknown.

    Args:
        sheet: Where the recap is.
        spec: What its columns are.
        lines: The lines that were read, in the shape of `budget.lines.LINES`.
    """
    blank = {"pagu_rp": lines["pagu_rp"].isna(), "realisasi_rp": lines["realisasi_rp"].isna()}
    if "pengembalian_rp" in spec.columns:
        blank["pengembalian_rp"] = _blank(sheet, spec, lines, "pengembalian_rp") & _blank(sheet, spec, lines, "sisa_rp")
    return tuple(
        Issue.of(
            "amount-missing",
            sheet=sheet.name,
            cell=sheet.address(row - 1, spec.columns[field]),
            row=row,
            kode=name if isinstance(name, str) else "",
            field=_WORDS[field],
        )
        for field, missing in blank.items()
        if field in spec.columns
        for row, name in zip(lines["sumber_baris"][missing].tolist(), lines["uraian"][missing].tolist(), strict=True)
    )


def _blank(sheet: Sheet, spec: TableSpec, lines: pd.DataFrame, field: str) -> "pd.Series[bool]":
    column = spec.columns.get(field)
    return pd.Series(
        [
            column is None or tidy(raw_text(sheet.rows[row - 1][column])) in {"", "-", "–", "—"}
            for row in lines["sumber_baris"].tolist()
        ],
        index=lines.index,
        dtype="bool",
    )
