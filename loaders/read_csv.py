"""Text files with separated values."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.grid import grid
from loaders.sheet import Sheet

DELIMITERS = (";", "\t", ",", "|")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_PROBE = 300


def read_csv(content: bytes) -> tuple[Sheet, ...]:
    """Reads a text file: UTF-8 (with or without mark), UTF-16 or cp1252; the delimiter by consistency.

    Args:
        content: All bytes of the file.

    Returns:
        One sheet named `csv`; every value is text, addresses are those a spreadsheet would give.

    Raises:
        Unreadable: The bytes are no text, or the quoting is broken.
    """
    text = _decode(content)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = []
        for row in reader:
            rows.append(row)
            if len(rows) > limits.ROWS or len(row) > limits.COLUMNS:
                raise Unreadable(Issue.of("too-many-cells", sheet="csv", limit=limits.VALUED_CELLS))
        return (Sheet(name="csv", rows=grid(rows)),)
    except csv.Error as error:
        raise Unreadable(Issue.of("csv-damaged", sheet="csv", row=reader.line_num)) from error


def _decode(content: bytes) -> str:
    text = None
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    if text is None:
        raise Unreadable(Issue.of("not-a-spreadsheet"))
    text = text.rstrip("\x1a")
    if _CONTROL.search(text):
        raise Unreadable(Issue.of("not-a-spreadsheet"))
    return text


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if len(content) % 2 == 0 and content[:400].count(0) >= len(content[:400]) // 3:
        return ("utf-16-le",) if content[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _delimiter(text: str) -> str:
    probe = io.StringIO(text, newline="")
    lines = list(islice(probe, _PROBE))

    def score(delimiter: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            return 0
        return max(((width - 1) * count for width, count in widths.items()), default=0)

    return max(DELIMITERS, key=score)
