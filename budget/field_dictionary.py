"""What the columns of published files mean."""

from dataclasses import dataclass
from functools import cache

from budget.localised_rows import localised_rows


@dataclass(frozen=True)
class PublishedField:
    """A column of a published file, a row of `data/kamus.csv` in one language.

    Attributes:
        berkas: `satker` (table of units), `baris` (budget lines), `rencana` (withdrawal plans) or `koreksi` (ledger).
        kolom: Name of the column.
        tipe: `integer`, `number`, `string`, `date` or `datetime`, as Table Schema calls them.
        satuan: Unit, or empty.
        arti: What it means.
    """

    berkas: str
    kolom: str
    tipe: str
    satuan: str
    arti: str


@cache
def field_dictionary(language: str = "id") -> tuple[PublishedField, ...]:
    """Every column of every published file, file by file, in their order.

    Raises:
        KeyError: There is no such language.
    """
    return tuple(PublishedField(**row) for row in localised_rows("kamus.csv", language))
