"""A number as a file format stores it."""

import re

_NUMBER = re.compile(r"[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,4})?", re.ASCII)


def plain_number(text: str) -> float | None:
    """A number as a file format stores it (`1234.5`, `1.2E9`), whatever its language; None for any other text.

    Python's own `float` also takes `1_000`, `nan` and `infinity`, which no file means as a number.
    """
    bare = text.strip()
    return float(bare) if _NUMBER.fullmatch(bare) else None
