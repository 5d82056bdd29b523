"""Merkle trees as RFC 6962 (section 2.1) has them."""

from collections.abc import Iterable
from hashlib import sha256


def leaf(text: str) -> bytes:
    """The hash of one canonical line, 32 bytes."""
    return sha256(b"\0" + text.encode()).digest()


def root(leaves: Iterable[bytes]) -> str:
    """The root over leaves in their order, as hexadecimal digits; over none the hash of nothing.

    Args:
        leaves: What `leaf` gives.
    """
    level = list(leaves)
    if not level:
        return sha256(b"").hexdigest()
    while len(level) > 1:
        # An odd one rises as it is: with that, pairing level by level gives the RFC's tree.
        pairs = [sha256(b"\1" + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0].hex()
