"""Proposing what an unknown layout means."""

import re
from collections.abc import Callable, Sequence

from budget.declared import Declared
from budget.field_words import FIELD_WORDS
from budget.issue import Issue
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.alias_fields import alias_field
from loaders.amount import Amounts, cast_amounts, looks_numeric
from loaders.labels_of import labels_of
from loaders.layout_amounts import layout_amounts
from loaders.layout_order import layout_order
from loaders.match_satker import match_satker
from loaders.period import period
from loaders.proposal import Proposal
from loaders.raw_text import raw_text
from loaders.read import read
from loaders.sheet import Cell, Sheet

_SHOWN = 25
_WITHIN = 40
_LOOKED_AT = 500
"""Rows from which a column's meaning is guessed: more would not change it."""
_SIX = re.compile(r"^'?\d{3}(?!000)\d{3}$")
_AKUN = re.compile(r"^'?5\d{2}(?!000)\d{3}$")
"""Codes, and not amounts in whole thousands."""
_YEAR = re.compile(r"^20[0-4]\d$")
_NUMBERING = re.compile(r"^\d{1,4}\.?$")


def propose_layout(
    upload: Upload,
    reference: Reference | None = None,
    declared: Declared = Declared(),  # noqa: B008  (frozen)
) -> Proposal:
    """Looks for the heading row and for what each column holds; a person decides.

    Labels that the alias table knows come first; then the data: six digits that begin with 5 are an akun, other six
    digits or names of units a satker, four digits that begin with 20 a year, names of months a month; what the amounts
    are is told by how they add up (`loaders.layout_amounts`). Each proposal has its reason.

    Args:
        upload: The file.
        reference: Units, to know their names by; without it only their codes are known.
        declared: Which sheet is meant; else the visible one that holds most.

    Raises:
        Unreadable: The file holds no table.
    """
    sheets = [sheet for sheet in read(upload) if sheet.rows]
    visible = [sheet for sheet in sheets if sheet.name == declared.sheet] or [
        sheet for sheet in sheets if not sheet.hidden
    ]
    if not visible:
        raise Unreadable(Issue.of("empty-sheets", raw=", ".join(sheet.name.strip() for sheet in sheets) or upload.name))
    sheet = max(visible, key=lambda sheet: sum(cell is not None for row in sheet.rows for cell in row))
    header = _heading(sheet)
    rows = tuple(tuple(raw_text(cell) for cell in row) for row in sheet.rows[: max(_SHOWN, header + 5)])
    labels = labels_of(rows, header + 1)
    fields, reasons = _fields(sheet, header, labels, reference)
    return Proposal(sheet.name, rows, header + 1, labels, fields, reasons)


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


def _fields(
    sheet: Sheet, header: int, labels: Sequence[str], reference: Reference | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    body = sheet.rows[header + 1 : header + 1 + _LOOKED_AT]
    fields, reasons = [""] * len(labels), [""] * len(labels)
    for column, text in enumerate(labels):
        field = alias_field(text)
        if field in FIELD_WORDS and field not in fields:
            fields[column], reasons[column] = field, "judul kolomnya dikenal"
    for column, (field, reason) in layout_amounts(*_amounts(body, labels, fields)).items():
        fields[column], reasons[column] = field, reason
    for column in range(len(labels)):
        texts = [raw_text(row[column]).strip() for row in body if row[column] is not None]
        if not fields[column] and texts and alias_field(labels[column]) == "":
            guess, reason = _guess(texts, reference)
            if guess and guess not in fields:
                fields[column], reasons[column] = guess, reason
    for column, (field, reason) in layout_order(*_amounts(body, labels, fields)).items():
        fields[column], reasons[column] = field, reason
    return tuple(fields), tuple(reasons)


def _guess(texts: Sequence[str], reference: Reference | None) -> tuple[str, str]:
    """What a column holds, by most of its cells, and why."""

    def most(test: Callable[[str], object]) -> bool:
        return sum(bool(test(text)) for text in texts) * 10 > len(texts) * 7

    if most(_AKUN.match):
        return "akun", "isinya enam angka yang diawali 5"
    if most(_SIX.match):
        return "kode_satker", "isinya enam angka"
    if most(_YEAR.match):
        return "tahun", "isinya tahun"
    if reference is not None and most(lambda text: match_satker(text, reference).how in {"code", "name"}):
        return "kode_satker", "isinya kode atau nama satker"
    if most(lambda text: len(text) < 20 and period(text).bulan is not None):
        return "bulan", "isinya nama bulan"
    return ("uraian", "isinya tulisan") if most(lambda text: any(map(str.isalpha, text))) else ("", "")


def _amounts(
    body: Sequence[Sequence[Cell]], labels: Sequence[str], fields: Sequence[str]
) -> tuple[dict[int, Amounts], dict[int, str]]:
    known = {column: field for column, field in enumerate(fields) if field.endswith("_rp")}
    columns: dict[int, Amounts] = {}
    for column, field in enumerate(fields):
        if column not in known and (field or alias_field(labels[column])):
            continue
        amounts = cast_amounts([row[column] for row in body])
        texts = [raw_text(row[column]).strip() for row in body if row[column] is not None]
        if amounts.known.sum() * 2 > len(texts) and not all(map(_NUMBERING.match, texts)):
            columns[column] = amounts
    return columns, known
