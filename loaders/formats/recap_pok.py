"""Hand-kept recaps of a unit's POK."""

import re
from dataclasses import replace

from loaders.context import Context
from loaders.find_header import find_header
from loaders.read_table import read_table
from loaders.reading import Reading
from loaders.recap_blanks import recap_blanks
from loaders.recap_codes import recap_codes
from loaders.sheet import Sheet
from loaders.table_claims import table_claims
from loaders.table_columns import table_columns
from loaders.table_spec import TableSpec
from loaders.tidy_levels import tidy_levels
from loaders.unit_of_money import unit_of_money

_LABELS = {
    "no": re.compile(r"^no\b|^nomor"),
    "uraian": re.compile(r"unit|lembaga|bagian|uraian|kegiatan"),
    "pagu_rp": re.compile(r"^(?!sisa).*(pagu|anggaran)"),
    "realisasi_rp": re.compile(r"^realisasi"),
    "pengembalian_rp": re.compile(r"^pengembalian"),
    "sisa_rp": re.compile(r"^sisa|^saldo"),
    "persen": re.compile(r"^%|^pers|^pros"),
}


class RecapPok:
    """`NO | UNIT | PAGU | REALISASI | PENGEMBALIAN BELANJA | SISA PAGU | %`, as units keep it by hand.

    `SISA = PAGU − REALISASI + PENGEMBALIAN`; a row numbered I is the total of the rows 1, 2, … below it.
    """

    name = "recap-pok"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has unit, pagu, realisasi, pengembalian and sisa."""
        return find_header(sheet, list(_LABELS.values())[1:6], 5) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per detail row; a blank realisasi is zero where sisa equals pagu, else unknown and an issue."""
        header = find_header(sheet, list(_LABELS.values())[1:6], 5)
        if header is None:
            raise ValueError("not a POK recap")
        unit, _ = unit_of_money(sheet, header)
        columns = table_columns(header, _LABELS)
        spec = TableSpec(header, columns, unit or 1, blank_is_zero=True)
        reading = read_table(sheet, context, spec)
        issues = (*table_claims(sheet, header, _LABELS, columns), *recap_blanks(sheet, spec, reading.lines))
        lines = recap_codes(sheet, spec, reading.lines)
        more = tidy_levels(lines, reading.control, numbered="no" in columns)
        return replace(reading, lines=lines, issues=(*issues, *reading.issues, *more))
