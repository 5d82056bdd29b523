"""The akun that a cell of a table means."""

import re

from budget.jenis_belanja import UNKNOWN_JENIS, jenis_belanja
from loaders.label import label
from loaders.without_enumerator import without_enumerator

_CODE = re.compile(r"^'?(\d{6}|\d{2})(?!\d)")


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
