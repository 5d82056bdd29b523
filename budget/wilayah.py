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
        penduduk: Inhabitants (Dukcapil, second half of 2024); None where unknown, likewise the others.
        tps: Polling stations of the 2024 election of the governor.
        dpt: Registered voters of that election.
    """

    kode_wilayah: str
    nama: str
    singkatan: str
    baris: int
    kolom: int
    penduduk: int | None
    tps: int | None
    dpt: int | None
