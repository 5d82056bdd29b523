"""Labels without what numbers them."""

import re

from loaders.label import label

_ENUMERATOR = re.compile(r"^(?:[a-z]|[ivx]+|\d{1,2})(?:\.(?:[a-z]|[ivx]+|\d{1,2}))*[.)]\s*")


def without_enumerator(text: str) -> str:
    """A normalised label without `A.`, `1.`, `b)` before it."""
    return _ENUMERATOR.sub("", label(text))
