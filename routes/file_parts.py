"""A file in parts."""

from collections.abc import Iterator
from typing import IO, Final

_PART_BYTES: Final = 2**18


def file_parts(file: IO[bytes]) -> Iterator[bytes]:
    """What stands in an open file, from its beginning, in parts of 256 KiB."""
    file.seek(0)
    while part := file.read(_PART_BYTES):
        yield part
