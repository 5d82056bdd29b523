"""The identity of a layout."""

import json
from collections.abc import Sequence
from hashlib import sha256


def fingerprint(labels: Sequence[str]) -> str:
    """SHA-256 over the normalised labels of a heading row, blank ones at the end left out: the layout's identity."""
    kept = list(labels)
    while kept and not kept[-1]:
        kept.pop()
    return sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()
