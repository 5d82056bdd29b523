"""A small budget tree written in every layout: what the tests of the loaders read."""

import io
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook

SHARED = Path(__file__).parents[1].parent / "shared" / "sheets"
SATKER = "656560"


@dataclass(frozen=True)
class Row:
    """A row of the report: level column, code, text, and pagu, lock, lalu, ini (or None: page-break repeat)."""

    column: int
    code: str
    text: str
    pagu: int
    lalu: int | None
    ini: int | None
    realisasi: int


def _leaf(code: str, text: str, pagu: int, lalu: int, ini: int) -> Row:
    return Row(7, code, text, pagu, lalu, ini, lalu + ini)


LEAVES = {
    "A": (
        _leaf("521211", "Belanja Bahan", 246_078_000, 48_999_585, 29_859_806),
        _leaf("524111", "Perjalanan", 1_000, 0, 7),
    ),
    "B": (_leaf("521213", "=Honor Output", 33_900_000, 10_350_000, 10_350_000),),
    "Z": (_leaf("511111", "Belanja Gaji", 2_000_000_000, 400_000_000, 200_000_000),),
}


def _sum(column: int, code: str, text: str, leaves: Iterable[Row]) -> Row:
    rows = list(leaves)
    return Row(
        column,
        code,
        text,
        sum(row.pagu for row in rows),
        sum(row.lalu or 0 for row in rows),
        sum(row.ini or 0 for row in rows),
        sum(row.realisasi for row in rows),
    )


def tree(item: bool = False) -> list[Row]:
    """The report's rows from `JUMLAH SELURUHNYA` on; with a page-break repeat of 051.0B."""

    def leaves(key: str) -> list[Row]:
        if not item:
            return list(LEAVES[key])
        out = []
        for number, leaf in enumerate(LEAVES[key], 1):
            half = [replace(leaf, pagu=leaf.pagu // 2, lalu=leaf.lalu, ini=0, realisasi=leaf.lalu or 0)]
            half.append(replace(leaf, pagu=leaf.pagu - leaf.pagu // 2, lalu=0, ini=leaf.ini, realisasi=leaf.ini or 0))
            out.append(leaf)
            out += [
                replace(part, column=13, code=f"{number:05d}{index}. Bagian {index}", text="")
                for index, part in enumerate(half, 1)
            ]
        return out

    a, b, z = LEAVES["A"], LEAVES["B"], LEAVES["Z"]
    cut = _sum(5, "051.0B", "Menyusun Pedoman", b)
    return [
        _sum(0, "JUMLAH SELURUHNYA", "", a + b + z),
        _sum(1, "CQ", "Program Penyelenggaraan Pemilu", a + b),
        _sum(1, "CQ.6709", "Tahapan Pemilu", a + b),
        _sum(2, "QGE", "Fasilitasi", a + b),
        _sum(2, "QGE.001", "Pelaksanaan", a + b),
        _sum(4, "051", "Persiapan", a + b),
        _sum(5, "051.0A", "TANPA SUB KOMPONEN", a),
        *leaves("A"),
        cut,
        Row(1, "*Lock Pagu adalah jumlah pagu yang sedang direvisi.", "", -1, None, None, 0),
        replace(cut, text="dan Petunjuk", lalu=None, ini=None),
        *leaves("B"),
        _sum(1, "WA", "Program Dukungan Manajemen", z),
        _sum(1, "WA.3355", "Operasional", z),
        _sum(2, "EBA", "Layanan", z),
        _sum(2, "EBA.Z24", "Gaji", z),
        _sum(4, "ZZZ", "Gaji dan Tunjangan", z),
        _sum(5, "ZZZ.0A", "TANPA SUB KOMPONEN", z),
        *leaves("Z"),
    ]


def grid(rows: list[Row] | None = None, *, item: bool = False, satker: str = SATKER) -> list[list[object]]:
    """The whole sheet, header columns shifted against the values' columns, as the original is."""
    shift = 1 if item else 0
    head: list[dict[int, object]] = [
        {0: "LAPORAN KETERSEDIAAN DANA DETAIL TA 2026"},
        {0: f"Per Program; Kegiatan; Output; SubOutput; Komponen; SubKomponen; Akun;{' Item;' if item else ''}"},
        {0: "Periode Maret 2026"},
        {0: "Kementerian\t:", 13: "076", 14: "KOMISI PEMILIHAN UMUM"},
        {0: "Unit Organisasi\t", 13: "01", 14: "KPU"},
        {0: "Satuan Kerja   \t:", 13: satker, 14: "KPU  KABUPATEN OGAN KOMERING ULU TIMUR", 27: "Hal 1 dari", 30: " 2"},
        {0: "Uraian", 16: "Pagu Revisi", 18: "Lock Pagu", 20: "Realisasi TA 2026", 29: "SISA ANGGARAN"},
        {20: "Periode Lalu", 22: "Periode Ini", 23: "s.d. Periode ", 26: "%"},
    ]
    sheet = head[:]
    for row in rows if rows is not None else tree(item):
        cells: dict[int, object] = {row.column: row.code}
        if row.text:
            cells[row.column + 4] = row.text
        if row.pagu >= 0:
            total = row.column == 0
            percent = row.realisasi / row.pagu if row.pagu else 0.0
            values = (
                (15, row.pagu),
                (17, 0),
                (21, row.lalu),
                (22, row.ini),
                (23 if total else 24, row.realisasi),
                (27, percent),
                (28 if total else 29, row.pagu - row.realisasi),
            )
            cells |= {column + shift: value for column, value in values if value is not None}
        sheet.append(cells)
    return [[cells.get(column) for column in range(32)] for cells in sheet]


def xlsx(rows: list[list[object]], name: str = "GLP039_LAPORAN ") -> bytes:
    """A grid as a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column)
                cell.value = value
                if isinstance(value, str) and value.startswith("=") and not value.startswith("=SUM"):
                    cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(rows: list[list[object]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A grid as separated text with Indonesian numbers."""

    def text(value: object) -> str:
        if isinstance(value, float):
            return f"{value:.2%}".replace(".", ",")
        if isinstance(value, int):
            return f"{value:,}".replace(",", ".")
        return "" if value is None else str(value)

    return "\r\n".join(delimiter.join(text(value) for value in row) for row in rows).encode(encoding)


def omspan(rows: list[tuple[object, str, str, object]]) -> list[list[object]]:
    """An Informasi Revisi DIPA sheet from code, name, DIPA number and pagu."""
    head: list[list[object]] = [
        ["INFORMASI REVISI DIPA"],
        [None],
        [
            *("No", "Satker", "Nama Satker", "KPPN", "No. DIPA", "Total Pagu Belanja", "Total Pagu Pendapatan"),
            *("Tanggal Posting Revisi", "No. Revisi Terakhir"),
        ],
    ]
    return head + [
        [number, code, name, 109, dipa, pagu, 0, "17-01-2025", 15]
        for number, (code, name, dipa, pagu) in enumerate(rows, 1)
    ]


def with_part(content: bytes, name: str, change: "bytes | None", *, find: bytes = b"", put: bytes = b"") -> bytes:
    """A workbook with one part replaced (`change`) or edited (`find`, `put`)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == name:
                data = change if change is not None else data.replace(find, put)
            new.writestr(part.filename, data)
        if name not in old.namelist() and change is not None:
            new.writestr(name, change)
    return out.getvalue()


def protected() -> bytes:
    """The beginning of a password-protected workbook: an OLE file with an EncryptedPackage stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<500s", b"") + "EncryptedPackage".encode("utf-16-le")
