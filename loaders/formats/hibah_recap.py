"""Recaps of pilkada grants per kabupaten/kota."""

import re
from dataclasses import replace

from loaders.context import Context
from loaders.find_header import find_header
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.sheet import Sheet
from loaders.table_claims import table_claims
from loaders.table_columns import table_columns
from loaders.table_spec import TableSpec
from loaders.unit_of_money import unit_of_money

_LABELS = {
    "no": re.compile(r"^no\b|^nomor"),
    "kode_satker": re.compile(r"satker|kpu|kabupaten|kab/|kota|daerah|wilayah"),
    "dikembalikan_rp": re.compile(r"dikembalikan|pengembalian|disetor"),
    "jasa_giro_rp": re.compile(r"jasa giro|bunga"),
    "sisa_rp": re.compile(r"^sisa|^saldo"),
    "pagu_rp": re.compile(r"^(?!.*\b(?:no|nomor|tgl|tanggal)\b).*(nphd|hibah|pagu)"),
    "realisasi_rp": re.compile(r"realisasi|belanja|penggunaan"),
    "persen": re.compile(r"^%|^pers|^pros"),
}
_NEEDED = [_LABELS[name] for name in ("kode_satker", "pagu_rp", "realisasi_rp", "sisa_rp", "jasa_giro_rp")]


class HibahRecap:
    """`pagu NPHD · realisasi · sisa · jasa giro · total dikembalikan` per kabupaten/kota.

    What is returned is sisa + jasa giro.
    """

    name = "hibah-recap"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has unit, NPHD, realisasi, sisa and jasa giro."""
        return find_header(sheet, _NEEDED, len(_NEEDED)) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per unit, booked as HLD; jasa giro and what was returned stay with the line's cells."""
        header = find_header(sheet, _NEEDED, len(_NEEDED))
        if header is None:
            raise ValueError("not a grant recap")
        unit, _ = unit_of_money(sheet, header)
        columns = table_columns(header, _LABELS)
        spec = TableSpec(header, columns, unit or 1, "HLD", one_per_unit=True)
        reading = read_table(sheet, context, spec)
        return replace(reading, issues=(*table_claims(sheet, header, _LABELS, columns), *reading.issues))
