"""The akun that a cell of a table means."""

import re

from budget.jenis_belanja import UNKNOWN_JENIS, jenis_belanja
from loaders.label import label

_CODE = re.compile(r"^'?(\d{6}|\d{2})(?!\d)")
_ENUMERATOR = re.compile(r"^(?:[a-z]|[ivx]+|\d{1,2})(?:\.(?:[a-z]|[ivx]+|\d{1,2}))*[.)]\s*")


def table_akun(text: str) -> str | None:
    """A six-digit akun or a two-digit jenis belanja, by its code or by the name of the jenis; None where it is neither.

    `521211 - Belanja Bahan`, `51`, `1. Belanja Pegawai`, `PEGAWAI`.
    """
    kinds = jenis_belanja()
    code = _CODE.match(text)
    if code and code[1][:2] in kinds:
        return code[1]
    words = without_enumerator(text).removeprefix("belanja ")
    names = {label(name).removeprefix("belanja "): jenis for jenis, name in kinds.items() if jenis != UNKNOWN_JENIS}
    names |= {"barang dan jasa": "52", "bantuan sosial": "57"}
    return names.get(words)


def without_enumerator(text: str) -> str:
    """A normalised label without `A.`, `1.`, `b)` before it."""
    return _ENUMERATOR.sub("", label(text))
