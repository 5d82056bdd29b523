"""Which columns of an SIPD sheet hold amounts."""

import re

from loaders.find_header import find_header
from loaders.header import Header
from loaders.sheet import Sheet
from loaders.sipd_kelompok import SIPD_FIELDS, SIPD_KELOMPOK, SipdPair

_NEEDED = (re.compile(r"^kode"), re.compile(r"^uraian"), *SIPD_KELOMPOK.values())


def sipd_pairs(sheet: Sheet) -> tuple[Header, dict[SipdPair, int]] | None:
    """The heading, and the column of anggaran and of realisasi of each kelompok; None where one of them is missing."""
    header = find_header(sheet, _NEEDED, len(_NEEDED))
    if header is None:
        return None
    pairs: dict[SipdPair, int] = {}
    for column, text in enumerate(header.labels):
        for kelompok, group in SIPD_KELOMPOK.items():
            for field, pattern in SIPD_FIELDS.items():
                if group.search(text) and pattern.search(text):
                    pairs.setdefault((kelompok, field), column)
    return (header, pairs) if len(pairs) == len(SIPD_KELOMPOK) * len(SIPD_FIELDS) else None
