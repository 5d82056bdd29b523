"""The pairs of columns of an SIPD sheet."""

import re
from typing import Final

SIPD_KELOMPOK: Final = {
    "operasi": re.compile(r"operasi"),
    "modal": re.compile(r"modal"),
    "tak terduga": re.compile(r"ta?k terduga"),
    "transfer": re.compile(r"transfer"),
}
"""Kelompok belanja by the words in their heading."""

SIPD_FIELDS: Final = {
    "pagu_rp": re.compile(r"anggaran(?:\s*\(.*\))?$"),
    "realisasi_rp": re.compile(r"(?<!%)(?<!% )realisasi(?:\s*\((?!.*%).*\))?$"),
}
"""Amounts by the word in the last heading row."""

SipdPair = tuple[str, str]
"""Kelompok and amount: what one column is of."""
