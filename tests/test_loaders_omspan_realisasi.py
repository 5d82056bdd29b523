"""OM-SPAN realisasi per jenis belanja, in triples and quadruples."""

import pytest

from tests.write_tables import amounts, codes, read

HEAD = [
    ["LAPORAN PAGU DAN REALISASI PER JENIS BELANJA"],
    ["Sampai Dengan : SEPTEMBER  "],
    ["No", "Kode|Nama satker", "Keterangan", "Pegawai", "Barang", "Modal", "Beban Bunga", "Lain-lain", "Total"],
]
SURABAYA = {"pagu": (3000, 5000, 0), "realisasi": (2000, 1500, 0)}
BATU = {"pagu": (1000, 2000, 500), "realisasi": (700, 100, 0)}
OTHER = {"pagu": (9, 9, 9), "realisasi": (1, 1, 1)}
FOOTER = [["Waktu unduh : 05/10/2026 09:14:00"]]
ASKED = {"tahun": 2026, "sumber_dana": "RM"}


def block(number, name, unit, *, percent=True, text=False):
    """A unit's rows as OM-SPAN prints them."""
    sisa = tuple(p - r for p, r in zip(unit["pagu"], unit["realisasi"], strict=True))
    rows = []
    for word, values in (("PAGU", unit["pagu"]), ("REALISASI", unit["realisasi"]), ("%", None), ("SISA", sisa)):
        if word == "%":
            if percent:
                rows.append([None, None, "%", 66.67, 30.0, 0, 0, 0, 43.75])
            continue
        shown = [*values, 0, 0, sum(values)]
        shown = [f"{value:,}".replace(",", ".") for value in shown] if text else shown
        rows.append([None, None, word, *shown])
    rows[0][:2] = [number, name]
    return rows


def total(*units):
    """GRAND TOTAL rows."""
    summed = {
        word: tuple(map(sum, zip(*(unit[word] for unit in units), strict=True))) for word in ("pagu", "realisasi")
    }
    return block(None, "GRAND TOTAL", summed)


@pytest.mark.parametrize("percent", [True, False])
@pytest.mark.parametrize("text", [True, False])
def test_blocks_are_read_by_their_words(percent, text):
    rows = [
        *HEAD,
        *block(1, "657942 | KPU KOTA SURABAYA", SURABAYA, percent=percent, text=text),
        *block(2, "418471 | MADRASAH", OTHER, percent=percent, text=text),
        *block(3, "657956|KPU  KOTA BATU", BATU, percent=percent, text=text),
        *total(SURABAYA, OTHER, BATU),
        *FOOTER,
    ]
    draft = read(rows, **ASKED)
    assert draft.report.format == "omspan-realisasi"
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("657942", "51", 3000, 2000, 1000),
        ("657942", "52", 5000, 1500, 3500),
        ("657956", "51", 1000, 700, 300),
        ("657956", "52", 2000, 100, 1900),
        ("657956", "53", 500, 0, 500),
    ]
    assert [piece.key for piece in draft.report.slices] == ["657942/2026-09/RM", "657956/2026-09/RM"]
    assert codes(draft) == ["other-ministry"]
    assert all(control.printed == control.computed for control in draft.report.control)
    assert draft.report.rows.read == len(rows)
    assert draft.report.rows.dropped == (4 if percent else 3)
    assert draft.report.publishable


def test_order_of_the_rows_does_not_matter():
    shuffled = block(1, "657942 | KPU KOTA SURABAYA", SURABAYA)
    rows = [shuffled[0], shuffled[3], shuffled[1]]
    draft = read([*HEAD, *rows], **ASKED)
    assert amounts(draft, "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        ("51", 3000, 2000, 1000),
        ("52", 5000, 1500, 3500),
    ]


def with_cell(row, column, value):
    rows = [*HEAD, *block(1, "657942 | KPU KOTA SURABAYA", SURABAYA), *total(SURABAYA)]
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("row", "column", "value", "code", "cell"),
    [
        (7, 3, 3001, "total-differs", "D8"),
        (3, 8, 8001, "total-differs", "I4"),
        (6, 3, 999, "remainder-differs", "D7"),
        (4, 4, "banyak", "not-a-number", "E5"),
        (4, 4, 1500.5, "fractional-rupiah", "E5"),
        (3, 1, "657942 | KPU KOTA BATU", "satker-name-differs", "B4"),
        (3, 1, "999999 | KPU KOTA BARU", "satker-unknown", "B4"),
        (3, 1, "KPU KOTA SURABAYA", "satker-unknown", "B4"),
        (4, 2, "REVISI", "row-not-understood", "C5"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(row, column, value, code, cell):
    issues = read(with_cell(row, column, value), **ASKED).report.issues
    assert (code, cell) in [(issue.code, issue.cell) for issue in issues]


def test_the_time_of_download_is_no_period():
    rows = [HEAD[0], HEAD[2], *block(1, "657942 | KPU KOTA SURABAYA", SURABAYA), *FOOTER]
    draft = read(rows, sumber_dana="RM")
    assert (codes(draft), len(draft.lines)) == (["year-needed", "month-needed"], 0)
    assert draft.report.rows.read == len(rows)


@pytest.mark.parametrize(
    ("unit", "size"), [("Dalam ribuan rupiah", 10**3), ("(Rp juta)", 10**6), ("Rp triliun", 10**12)]
)
def test_the_unit_label_is_read(unit, size):
    rows = [
        *HEAD[:2],
        [unit],
        HEAD[2],
        *block(1, "657942 | KPU KOTA SURABAYA", {"pagu": (3, 5, 0), "realisasi": (2, 1, 0)}),
    ]
    assert amounts(read(rows, **ASKED), "pagu_rp", "realisasi_rp") == [(3 * size, 2 * size), (5 * size, 1 * size)]
