"""Proposing what an unknown layout means."""

import re
from collections.abc import Sequence

from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.alias_fields import alias_field
from loaders.amount import looks_numeric
from loaders.labels_of import labels_of
from loaders.proposal import Proposal
from loaders.raw_text import raw_text
from loaders.read import read
from loaders.sheet import Cell, Sheet

_SHOWN = 25
_WITHIN = 40
_SIX = re.compile(r"^\d{6}$")
_AKUN = re.compile(r"^5\d{5}$")


def propose_layout(upload: Upload) -> Proposal:
    """Looks for the heading row and for what each column holds; a person decides.

    Labels that the alias table knows come first; then the data: six digits that begin with 5 are an akun, other six
    digits a satker; of the amount columns the largest is the pagu, the next ones are realisasi and sisa in that order.

    Raises:
        Unreadable: The file holds no table.
    """
    sheets = [sheet for sheet in read(upload) if sheet.rows and not sheet.hidden]
    if not sheets:
        raise Unreadable(Issue.of("empty-sheets", raw=upload.name))
    sheet = max(sheets, key=lambda sheet: sum(cell is not None for row in sheet.rows for cell in row))
    header = _heading(sheet)
    rows = tuple(tuple(raw_text(cell) for cell in row) for row in sheet.rows[: max(_SHOWN, header + 5)])
    labels = labels_of(rows, header + 1)
    return Proposal(sheet.name, rows, header + 1, labels, _fields(sheet, header, labels))


def _heading(sheet: Sheet) -> int:
    """The row of words with most cells, of which rows with numbers follow."""
    best, at = 0, 0
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        words = sum(isinstance(cell, str) and not looks_numeric(cell) for cell in row)
        below = sheet.rows[number + 1] if number + 1 < len(sheet.rows) else ()
        if (
            words > best
            and words == sum(cell is not None for cell in row)
            and any(looks_numeric(cell) for cell in below)
        ):
            best, at = words, number
    return at


def _fields(sheet: Sheet, header: int, labels: Sequence[str]) -> tuple[str, ...]:
    body = sheet.rows[header + 1 :]
    fields = [field if (field := alias_field(text)) in FIELD_WORDS else "" for text in labels]
    for column in range(len(labels)):
        texts = [raw_text(row[column]).strip() for row in body if row[column] is not None]
        if fields[column] or not texts:
            continue
        if all(_AKUN.match(text) for text in texts):
            _claim(fields, column, "akun")
        elif all(_SIX.match(text) for text in texts):
            _claim(fields, column, "kode_satker")
        elif not any(looks_numeric(row[column]) for row in body):
            _claim(fields, column, "uraian")
    _amounts(body, fields)
    return tuple(fields)


def _claim(fields: list[str], column: int, field: str) -> None:
    if field not in fields:
        fields[column] = field


def _amounts(body: Sequence[Sequence[Cell]], fields: list[str]) -> None:
    sums: dict[int, float] = {}
    for column, field in enumerate(fields):
        amounts = [float(cell) for row in body if isinstance(cell := row[column], int | float) and abs(cell) > 999]
        if not field and len(amounts) * 2 > len(body):
            sums[column] = sum(amounts)
    if sums and "pagu_rp" not in fields:
        fields[max(sums, key=lambda column: sums[column])] = "pagu_rp"
    for column in sums:
        if not fields[column]:
            fields[column] = next((field for field in ("realisasi_rp", "sisa_rp") if field not in fields), "")
