"""A satker's Laporan Realisasi Anggaran."""

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
    "selisih_rp": re.compile(r"(di ?atas|lebih).*(di ?bawah|kurang)"),
    "akun": re.compile(r"^uraian|^kode|^akun"),
    "pagu_rp": re.compile(r"^anggaran|^pagu|^estimasi"),
    "realisasi_rp": re.compile(r"^realisasi(?!.*(di ?atas|lebih))"),
    "persen": re.compile(r"^%|^pers"),
}
_NEEDED = [_LABELS[name] for name in ("akun", "pagu_rp", "realisasi_rp", "selisih_rp")]
_LEFT_OUT = ("pendapatan", "penerimaan", "surplus", "defisit", "pembiayaan", "hibah masuk")
_SUMS = ("belanja", "belanja negara", "belanja rupiah murni", "belanja negara dan hibah")


class LraSatker:
    """`URAIAN | ANGGARAN | REALISASI | REALISASI DI ATAS (DI BAWAH) ANGGARAN | %`.

    The fourth column is realisasi − anggaran, so that it is negative where money is left: sisa is its opposite.
    """

    name = "lra-satker"

    def recognises(self, sheet: Sheet) -> bool:
        """True when the heading has a column of what is above (below) the budget."""
        return find_header(sheet, _NEEDED, len(_NEEDED)) is not None

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """A line per kind of spending; rows of revenue are dropped and named."""
        header = find_header(sheet, _NEEDED, len(_NEEDED))
        if header is None:
            raise ValueError("not an LRA")
        unit, _ = unit_of_money(sheet, header)
        columns = table_columns(header, _LABELS)
        columns["uraian"] = columns["akun"]
        spec = TableSpec(header, columns, unit or 1, left_out=_LEFT_OUT, sums=_SUMS)
        reading = read_table(sheet, context, spec)
        return replace(reading, issues=(*table_claims(sheet, header, _LABELS, columns), *reading.issues))
