"""The workbook as it came, with what is in question marked."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from budget.issue import Issue
from budget.upload import Upload
from loaders.read import read

_FILLS = {"error": "FFFFB3B3", "warning": "FFFFE699", "info": "FFDDEBF7"}
_AUTHOR = "Serapan"
_LIST = "Serapan"
_HEADINGS = ("level", "code", "sheet", "cell", "raw", "expected", "message", "remedy")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def mark_workbook(upload: Upload, issues: Sequence[Issue]) -> bytes:
    """Marks the cells in question: a colour by level and a comment that says what is wrong and what to do.

    A workbook in Excel's own format is kept as it came (macros and pictures are left out); any other file is laid out
    anew, cell by cell. A first sheet lists every issue. Text that begins like a formula stays text.

    Args:
        upload: The file, which `loaders.read` could read.
        issues: What was found in it.

    Returns:
        Bytes of an xlsx file.

    Raises:
        Unreadable: The file cannot be read.
    """
    book = load_workbook(io.BytesIO(upload.content)) if _is_xlsx(upload.content) else _copy(upload)
    for issue in issues:
        title = _title(issue.sheet or "")
        if issue.cell is not None and title in book.sheetnames:
            _mark(book[title][issue.cell], issue)
    _list(book.create_sheet(_free(_LIST, book.sheetnames), 0), issues)
    book.active = 0
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _is_xlsx(content: bytes) -> bool:
    return (
        zipfile.is_zipfile(io.BytesIO(content)) and "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    )


def _copy(upload: Upload) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in read(upload):
        page = book.create_sheet(_title(sheet.name))
        for row, cells in enumerate(sheet.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    _write(page, row, column, value)
    return book


def _mark(cell: Cell | MergedCell, issue: Issue) -> None:
    if isinstance(cell, MergedCell):
        return
    words = f"{issue.message} {issue.remedy}"
    before = cell.comment.text + "\n" if cell.comment is not None else ""
    cell.comment = Comment(before + words, _AUTHOR, height=120, width=320)
    cell.fill = PatternFill("solid", fgColor=_FILLS[issue.level])


def _list(page: Worksheet, issues: Sequence[Issue]) -> None:
    for column, name in enumerate(_HEADINGS, 1):
        _write(page, 1, column, name)
        for row, issue in enumerate(issues, 2):
            _write(page, row, column, issue.as_dict()[name])


def _write(page: Worksheet, row: int, column: int, value: object) -> None:
    """Sets a value; text stays text, also where it begins like a formula."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = page.cell(row, column, cast(Any, value))
    if isinstance(value, str):
        cell.data_type = "s"


def _title(name: str) -> str:
    return _NOT_IN_TITLES.sub("_", name)[:31]


def _free(name: str, taken: Sequence[str]) -> str:
    return next(title for number in range(len(taken) + 1) if (title := f"{name}{number or ''}") not in taken)
