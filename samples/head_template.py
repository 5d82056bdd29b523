"""Rows 1 to 9 of an export in XML."""

from functools import lru_cache
from typing import NamedTuple

from samples.grid import Grid
from samples.inline_string import inline_string
from samples.merged_ranges import merged_ranges
from samples.row_cells import row_cells

_ITEM_TITLE = "Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun; Item;"
_PLAIN_TITLE = "Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun;"
_HEIGHTS = (15, 13, 13, 15, 15, 15, 38, 19, 20)
_MERGES = (
    ("A:AG",),
    ("A:AF",),
    ("A:AE",),
    ("A:M", "O:AA"),
    ("A:M", "O:Z"),
    ("A:M", "O:Z", "AB:AD", "AE:AF"),
    ("A:O", "U:AB", "AD:AG"),
    ("U:V", "X:Z", "AA:AB"),
    ("A:O", "P:Q", "R:U", "X:AA", "AC:AH"),
)
_STYLES = (
    {"A:AG": 1},
    {"A:AF": 3},
    {"A:AE": 4},
    {"A:AA": 5},
    {"A:Z": 5},
    {"A:Z": 5, "AB:AD": 6, "AE:AF": 7},
    *({"A:O": 8, "Q:Q": 8, "S:S": 8, "U:AB": 8, "AD:AG": 8},) * 2,
    {"A:O": 9, "P:AH": 10, "V:W": 11, "AB:AB": 12},
)
_GAP = "%s"


class HeadTemplate(NamedTuple):
    """Rows 1 to 9 of an export in XML.

    Attributes:
        rows: XML of the rows, with a `%s` for tahun, periode, kode satker, nama satker, pages, tahun and the grand
            total's seven figures, in this order.
        merges: XML of their merged ranges.
    """

    rows: str
    merges: str

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, grid: Grid) -> "HeadTemplate":
        """Builds the template, once per layout."""
        texts: tuple[dict[str, str], ...] = (
            {"A": f"LAPORAN KETERSEDIAAN DANA DETAIL TA {_GAP}"},
            {"A": _ITEM_TITLE if grid.shift else _PLAIN_TITLE},
            {"A": f"Periode {_GAP}"},
            {"A": "Kementerian\t:", "N": "076", "O": "KOMISI PEMILIHAN UMUM"},
            {"A": "Unit Organisasi\t", "N": "01", "O": "KOMISI PEMILIHAN UMUM"},
            {"A": "Satuan Kerja   \t:", "N": _GAP, "O": _GAP, "AB": "Hal 1 dari", "AE": f" {_GAP}"},
            {
                "A": "Uraian",
                "Q": "Pagu Revisi",
                "S": "Lock Pagu",
                "U": f"Realisasi TA {_GAP}",
                "AD": "SISA ANGGARAN",
            },
            {"U": "Periode Lalu", "W": "Periode Ini", "X": "s.d. Periode ", "AA": "%%"},
            {"A": "JUMLAH SELURUHNYA"},
        )
        figures = {grid.column(letter): f"<v>{_GAP}</v>" for letter in ("P", "R", "V", "W", "X", "AB", "AC")}
        rows: list[str] = []
        merges: list[str] = []
        for number, (text, styled, spans, height) in enumerate(zip(texts, _STYLES, _MERGES, _HEIGHTS, strict=True), 1):
            styles = [2] * len(grid.letters)
            for span, style in styled.items():
                first, last = grid.span(span)
                styles[first : last + 1] = [style] * (last + 1 - first)
            filled = {grid.column(letter): inline_string(content) for letter, content in text.items()}
            if number == 9:
                filled |= figures
            rows.append(
                f'<row r="{number}" customHeight="1" ht="{height}">{row_cells(number, styles, filled, grid)}</row>\n'
            )
            merges.append(merged_ranges(number, list(spans), grid))
        return cls("".join(rows), "".join(merges))
