"""A CSV in a package."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PackedFile:
    """A CSV in a package.

    Attributes:
        table: Name of the table.
        size: Bytes.
        digest: SHA-256.
    """

    table: str
    size: int
    digest: str
