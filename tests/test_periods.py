"""Periods as they really come: a table of ugly ones."""

import pytest

from loaders.period import period


@pytest.mark.parametrize(
    ("text", "tahun", "bulan"),
    [
        ("Periode Maret 2026", 2026, 3),
        ("Periode  MARET   2026", 2026, 3),
        ("Sampai Dengan : SEPTEMBER  ", None, 9),
        ("SD JUNI", None, 6),
        ("s.d. 31 Oktober 2024", 2024, 10),
        ("s/d 30 September 2026", 2026, 9),
        ("Keadaan s.d. 31 Maret 2025", 2025, 3),
        ("Januari s.d. Maret 2026", 2026, 3),
        ("NOPEMBER 2025", 2025, 11),
        ("PEBRUARI 2025", 2025, 2),
        ("AGUS 2025", 2025, 8),
        ("Agu 2025", 2025, 8),
        ("AGT 2025", 2025, 8),
        ("OKT 2025", 2025, 10),
        ("DES 2025", 2025, 12),
        ("Sept 2026", 2026, 9),
        ("Sep. 2026", 2026, 9),
        ("Jan. 2026", 2026, 1),
        ("Mei 2026", 2026, 5),
        ("Triwulan III 2026", 2026, 9),
        ("TRIWULAN IV", None, 12),
        ("TW II TA 2026", 2026, 6),
        ("TW 1 Tahun 2026", 2026, 3),
        ("Feb-26", 2026, 2),
        ("Okt-25", 2025, 10),
        ("per 30/06/2026", 2026, 6),
        ("31-12-2025", 2025, 12),
        ("31/02/2026", None, None),
        ("99/99/2026", None, None),
        ("LAPORAN KETERSEDIAAN DANA DETAIL TA 2026", 2026, None),
        ("TAHUN ANGGARAN 2026", 2026, None),
        ("Tahun : 2026", 2026, None),
        ("T.A. 2026", 2026, None),
        ("Maretta", None, None),
        ("Jumlah", None, None),
        ("", None, None),
    ],
)
def test_what_a_text_says_of_the_period(text, tahun, bulan):
    found = period(text)
    assert (found.tahun, found.bulan) == (tahun, bulan)
