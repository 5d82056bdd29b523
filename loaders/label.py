"""Labels, made comparable."""

import re

_SPACE = re.compile(r"[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")


def tidy(text: str) -> str:
    """A text with single spaces, and without the marks that cannot be seen (zero-width, direction)."""
    if text.isascii() and "  " not in text and "\n" not in text and "\t" not in text and "\r" not in text:
        return text.strip()
    return _SPACE.sub(" ", text).strip()


def label(text: str) -> str:
    """What a label says, whatever its case, spacing, and closing colon or dot."""
    return tidy(text).casefold().strip(" :.;")
