"""One tile of the map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """One tile of the map: where it lies, what stands in it, and the same in words."""

    singkatan: str
    baris: int
    kolom: int
    kota: bool
    shade: str
    text: str
    words: str
    href: str
