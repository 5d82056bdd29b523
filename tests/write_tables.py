"""Writers of hand-kept and tidy tables."""

import io
from dataclasses import replace

import openpyxl
import pandas as pd

from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load


def workbook(rows, *, hidden=()):
    """An xlsx of one visible sheet; `hidden` are rows of a hidden second one."""
    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    for row in rows:
        book.active.append(row)
    if hidden:
        page = book.create_sheet("Lama")
        page.sheet_state = "hidden"
        for row in hidden:
            page.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return Upload("tabel.xlsx", kept.getvalue())


def read(rows, *, layouts=(), hidden=(), **declared):
    """What the loader makes of rows."""
    reference = replace(Reference.load(), layouts=tuple(layouts))
    return load(workbook(rows, hidden=hidden), reference, Declared(**declared))


def codes(draft):
    """Codes of the issues, in order."""
    return [issue.code for issue in draft.report.issues]


def amounts(draft, *names):
    """Amounts of the lines as plain values, unknown as None."""
    columns = [[None if pd.isna(value) else value for value in draft.lines[name].tolist()] for name in names]
    return list(zip(*columns, strict=True))
