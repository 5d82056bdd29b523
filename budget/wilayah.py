"""One region with its place on the tile map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wilayah:
    """One region with its place on the tile map, a row of `data/wilayah_*.csv`.

    Attributes:
        kode_wilayah: Kemendagri region code, as text.
        nama: Name, e.g. `Kota Surabaya`.
        singkatan: Three-letter tile label (a kota shares its kabupaten's).
        baris: Row on the tile map, 0 in the north.
        kolom: Column on the tile map, 0 in the west.
    """

    kode_wilayah: str
    nama: str
    singkatan: str
    baris: int
    kolom: int
