"""A small sheet of every format, and what becomes of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from budget.declared import Declared
from budget.layout import Layout
from budget.row_count import RowCount
from budget.upload import Upload
from loaders.fingerprint import fingerprint
from loaders.labels_of import labels_of
from tests import corpus, write_omspan
from tests.write_sipd import sipd

_SUB = "2.16.01.2.01.0001"
_PLACE: list[object] = [None, None, None, "Surabaya, 5 Oktober 2026"]
_EXPLAINED: list[list[object]] = [
    ["Daftar pos s.d. September 2026"],
    ["Kd Kantor", "Mata Rek", "Nama Pos", "Plafon", "Terpakai", "Saldo Akhir"],
    ["657942", "521211", "Pos A", 900_000, 300_000, 600_000],
    ["657942", "511111", "Pos B", 800_000, 500_000, 300_000],
    [None, None, "Jumlah", 1_700_000, 800_000, 900_000],
    _PLACE,
]
_LABELS = labels_of((tuple(map(str, _EXPLAINED[1])),), 1)
_FIELDS = ("kode_satker", "akun", "uraian", "pagu_rp", "realisasi_rp", "sisa_rp")
_OURS, _OTHERS = {"pagu": (3000, 5000, 0), "realisasi": (2000, 1500, 0)}, {"pagu": (9, 9, 9), "realisasi": (1, 1, 1)}


@dataclass(frozen=True)
class Example:
    """A small sheet.

    Attributes:
        rows: Its cells.
        counts: What becomes of its rows.
        declared: What has to be said about it.
        layouts: Explanations that it needs.
    """

    rows: Sequence[Sequence[object]]
    counts: RowCount
    declared: Declared
    layouts: tuple[Layout, ...] = ()

    @property
    def upload(self) -> Upload:
        """The sheet as an xlsx file."""
        return Upload("contoh.xlsx", corpus.xlsx([list(row) for row in self.rows]))


EXAMPLES: dict[str, Example] = {
    "sakti-fa-detail": Example(
        corpus.grid(),
        RowCount(lines=4, totals=15, notes=9, dropped=0),
        Declared(sumber_dana="RM"),
    ),
    "omspan-revisi-dipa": Example(
        [
            *corpus.omspan(
                [
                    (402268, "PENGADILAN AGAMA BATURAJA", "DIPA-005.04.2.402268/2024", 123_000_000),
                    (656560, "KPU KABUPATEN OGAN KOMERING ULU TIMUR", "DIPA-076.01.2.656560/2024", 89_798_549_000),
                ]
            ),
            ["GRAND TOTAL", None, None, None, None, 89_921_549_000],
            _PLACE,
        ],
        RowCount(lines=1, totals=1, notes=4, dropped=1),
        Declared(),
    ),
    "omspan-realisasi": Example(
        [
            *write_omspan.HEAD,
            *write_omspan.block(1, "657942 | KPU KOTA SURABAYA", _OURS),
            *write_omspan.block(2, "418471 | MADRASAH", _OTHERS),
            *write_omspan.total(_OURS, _OTHERS),
            *write_omspan.FOOTER,
            *write_omspan.SIGNED,
        ],
        RowCount(lines=2, totals=5, notes=11, dropped=4),
        Declared(tahun=2026, sumber_dana="RM"),
    ),
    "sipd-lra": Example(
        sipd(
            {
                (_SUB, "5.1.02.01.001.00024"): (1000, 100, 0, 0, 0, 0, 0, 0),
                (_SUB, "5.1.02.02.001.00071"): (2000, 1000, 0, 0, 0, 0, 0, 0),
                (_SUB, "5.2.02.01.001.00001"): (0, 0, 500, 50, 0, 0, 0, 0),
            }
        ),
        RowCount(lines=3, totals=12, notes=8, dropped=0),
        Declared(kode_satker="657942", bulan=4, sumber_dana="HLD"),
    ),
    "hibah-recap": Example(
        [
            ["REKAPITULASI HIBAH PILKADA (NPHD) SE-JAWA TIMUR"],
            ["Keadaan s.d. 31 Maret 2025"],
            ["No", "Kabupaten/Kota", "Pagu NPHD", "Realisasi", "Sisa", "Jasa Giro", "Total Dikembalikan"],
            [1, "Kota Probolinggo", 100, 60, 40, 2, 42],
            [2, "KPU Kab. Malang", 200, 150, 50, 0, 50],
            [3, "Kota Surabaya"],
            [None, "JUMLAH", 300, 210, 90, 2, 92],
            _PLACE,
        ],
        RowCount(lines=2, totals=1, notes=4, dropped=1),
        Declared(),
    ),
    "lra-satker": Example(
        [
            ["KPU KOTA SURABAYA"],
            ["LAPORAN REALISASI ANGGARAN UNTUK PERIODE YANG BERAKHIR 30 JUNI 2026"],
            ["URAIAN", "ANGGARAN", "REALISASI", "REALISASI DI ATAS (DI BAWAH) ANGGARAN", "%"],
            ["PENDAPATAN", 10, 12, 2, 120],
            ["Belanja Pegawai", 2000, 1500, -500, 75],
            ["Belanja Barang", 3000, 900, -2100, 30],
            ["JUMLAH BELANJA", 5000, 2400, -2600, 48],
            _PLACE,
        ],
        RowCount(lines=2, totals=1, notes=4, dropped=1),
        Declared(sumber_dana="RM"),
    ),
    "recap-pok": Example(
        [
            ["REKAPITULASI ALOKASI PAGU PER UNIT KERJA/BAGIAN"],
            ["NOMOR : SP DIPA- 076.01.2.657942/2026"],
            ["NO", "UNIT", "PAGU", "REALISASI ", "PENGEMBALIAN BELANJA", "SISA PAGU", "%"],
            [1, 2, 3, 4, 5, 6, 7],
            ["I", "SEKRETARIAT", 3000, 1500, 100, 1600, 0.4667],
            [1, "Bagian A", 1000, 600, 100, 500, 0.5],
            [2, "Bagian B", 2000, 900, 0, 1100, 45],
            [],
            [None, None, 3000, None, "Surabaya,  2026"],
            [None, None, None, None, "Kepala Bagian Keuangan"],
        ],
        RowCount(lines=2, totals=1, notes=6, dropped=1),
        Declared(bulan=10, sumber_dana="RM"),
    ),
    "tidy-table": Example(
        [
            ["Realisasi per akun s.d. September 2026"],
            [],
            ["Kode Satker", "Nama Satker", "Akun", "Uraian", "Pagu", "Realisasi", "Sisa", "%"],
            [657942, "KPU KOTA SURABAYA", "521211", "Belanja Bahan", 1000, 400, 600, 0.4],
            ["657942", "KPU KOTA SURABAYA", 511111, "Gaji", 3000, 2000, 1000, 66.67],
            [None, "GRAND TOTAL", None, None, 4000, 2400, 1600, None],
            _PLACE,
        ],
        RowCount(lines=2, totals=1, notes=4, dropped=0),
        Declared(sumber_dana="RM"),
    ),
    "rpd": Example(
        [
            ["RENCANA PENARIKAN DANA (RPD) TA 2026"],
            ["KPU KOTA SURABAYA"],
            ["Bulan", "Jenis Belanja", "Rencana Penarikan (RPD)"],
            *([bulan, jenis, bulan * amount] for jenis, amount in (("51", 100), ("52", 10)) for bulan in range(1, 13)),
            [None, "Jumlah", 78 * 110],
            [None, None, "Surabaya, 5 Januari 2026"],
        ],
        RowCount(lines=24, totals=1, notes=4, dropped=0),
        Declared(sumber_dana="RM"),
    ),
    "known-layout": Example(
        _EXPLAINED,
        RowCount(lines=2, totals=1, notes=3, dropped=0),
        Declared(sumber_dana="RM"),
        (Layout(fingerprint(_LABELS), _LABELS, _FIELDS),),
    ),
}
"""By name of the format."""
