"""A long text, piece by piece."""

from collections.abc import Iterator

_PIECE = 1 << 16


def text_pieces(text: str) -> Iterator[str]:
    """The text in pieces of 64 k characters, so that a parser meets its limits before it has all of it."""
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]
