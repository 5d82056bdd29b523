"""One KPU unit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Satker:
    """One KPU unit, a row of `data/satker.csv`.

    Attributes:
        kode_satker: Six-digit satker code of the Ministry of Finance, as text.
        kode_wilayah: Kemendagri region code, as text (`35` or `35.78`).
        tingkat: `provinsi`, `kabupaten` or `kota`.
        nama: Canonical name, e.g. `KPU Kota Surabaya`.
    """

    kode_satker: str
    kode_wilayah: str
    tingkat: str
    nama: str
