"""One row of an SIPD sheet."""

from typing import NamedTuple


class SipdRow(NamedTuple):
    """One row of an SIPD sheet.

    Attributes:
        row: Zero-based row.
        depth: How deep it lies; a row sums the rows after it that lie deeper.
        codes: Its codes, left to right: urusan, organisasi, program down to sub kegiatan, rekening; empty where blank.
        leaf: Whether it is a rekening with nothing below it.
    """

    row: int
    depth: int
    codes: tuple[str, ...]
    leaf: bool
