"""Text of others in a label."""

import re
from typing import Final

_MARKS: Final = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    r"""`text` for a label, which Streamlit reads as Markdown: each sign stands for itself.

    Else the name of a file could be a link, and `_` or `*` in it would be lost.
    """
    return _MARKS.sub(r"\\\1", text)
