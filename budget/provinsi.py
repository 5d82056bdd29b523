"""One province with its place on the national tile map."""

from dataclasses import dataclass
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class Provinsi:
    """One province with its place on the national tile map, a row of `data/provinsi.csv` in one language.

    Attributes:
        kode: Kemendagri code, two digits, as text.
        nama: Name.
        singkatan: Tile label, the two letters of ISO 3166-2.
        baris: Row on the tile map, 0 in the north.
        kolom: Column on the tile map, 0 in the west.
    """

    kode: str
    nama: str
    singkatan: str
    baris: int
    kolom: int

    @classmethod
    @cache
    def all(cls, language: str = "id") -> dict[str, "Provinsi"]:
        """Every province by its code, in the order of codes.

        Raises:
            KeyError: There is no such language.
        """
        return {
            row["kode"]: cls(row["kode"], row["nama"], row["singkatan"], int(row["baris"]), int(row["kolom"]))
            for row in localised_rows("provinsi.csv", language)
        }
