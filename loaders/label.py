"""Labels, made comparable."""

import re

_SPACE = re.compile(r"[\s\u00a0]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def tidy(text: str) -> str:
    """A text with single spaces, and without the marks that cannot be seen (control, zero-width, direction)."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def label(text: str) -> str:
    """What a label says, whatever its case, spacing, and closing colon or dot."""
    return tidy(text).casefold().strip(" :.;")
