"""The list of public information."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from budget.classification import Classification
from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class PublicInformation:
    """An entry of the Daftar Informasi Publik, a row of `data/daftar_informasi_publik.csv` in one language.

    Attributes:
        judul: Title.
        ringkasan: Summary; says so where the information is held by KPU and not published here.
        penanggung_jawab: Unit in charge.
        waktu: When it is made.
        bentuk: Form.
        klasifikasi: Class under UU 14/2008.
        dasar: Legal basis, as Indonesian lawyers cite it.
        tautan: Address within this product; empty where it is not here.
    """

    judul: str
    ringkasan: str
    penanggung_jawab: str
    waktu: str
    bentuk: str
    klasifikasi: Classification
    dasar: str
    tautan: str

    @classmethod
    def of(cls, row: Mapping[str, str]) -> "PublicInformation":
        """Reads a row.

        Raises:
            ValueError: There is no such classification, or one is excluded without a legal basis.
        """
        entry = cls(**{**row, "klasifikasi": Classification(row["klasifikasi"])})  # type: ignore[arg-type]
        if entry.klasifikasi == Classification.DIKECUALIKAN and not entry.dasar:
            raise ValueError(f"{entry.judul}: nothing may be excluded without a legal basis")
        return entry


@cache
def public_information(language: str = "id") -> tuple[PublicInformation, ...]:
    """Every entry, in the order of the table.

    Raises:
        KeyError: There is no such language.
        ValueError: A row is not in order.
    """
    return tuple(PublicInformation.of(row) for row in localised_rows("daftar_informasi_publik.csv", language))
