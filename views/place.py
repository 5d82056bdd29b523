"""One place on the tile map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where the tile of a unit or province lies.

    Attributes:
        code: Of the standing that it shows.
        nama: Name of the region.
        singkatan: Label.
        baris: Row, 0 in the north.
        kolom: Column, 0 in the west.
        kota: It is a city, which is framed.
        href: Where it leads.
    """

    code: str
    nama: str
    singkatan: str
    baris: int
    kolom: int
    kota: bool
    href: str
