"""The text in a file's bytes."""

import re

from budget.issue import Issue
from budget.unreadable import Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_TOLERATED = 200


def read_text(content: bytes) -> str:
    """Decodes UTF-8 (with or without mark), UTF-16 or cp1252.

    Args:
        content: All bytes of the file.

    Raises:
        Unreadable: The bytes are no text: a NUL, or more than one control character in 200.
    """
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
    if "\0" in text or len(_CONTROL.findall(text)) * _TOLERATED > len(text):
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
