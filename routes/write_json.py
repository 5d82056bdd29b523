"""A table as JSON."""

from collections.abc import Iterable, Iterator

import pandas as pd


def write_json(chunks: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """An array of objects, one per line, in UTF-8; integers are exact, unknown is null.

    Args:
        chunks: The table in parts.
    """
    before = "[\n"
    for chunk in chunks:
        lines = chunk.to_json(orient="records", lines=True, force_ascii=False).strip("\n")
        if lines:
            # A line break within a text is written as \n: those that are left end objects.
            yield (before + lines.replace("\n", ",\n")).encode()
            before = ",\n"
        else:
            yield b""
    yield b"[]\n" if before == "[\n" else b"\n]\n"
