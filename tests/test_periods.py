"""Periods as they really come: a table of ugly ones."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from budget.upload import Upload
from loaders.period import period
from loaders.read import read


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
        ("NOPEMBER", None, 11),
        ("PEBRUARI", None, 2),
        ("sd. Bulan Juni TA 2026", 2026, 6),
        ("Bulan s.d. AGUSTUS 2026", 2026, 8),
        ("MARET2026", 2026, 3),
        ("Maret/2026", 2026, 3),
        ("Maret 31, 2026", 2026, 3),
        ("Desember 2025 s.d. Maret 2026", 2026, 3),
        ("1 Januari s/d 30 Juni 2026", 2026, 6),
        ("TAHUN ANGGARAN 2026 s.d. Maret", 2026, 3),
        ("29 Februari 2024", 2024, 2),
        ("29 Februari 2026", 2026, None),
        ("31 Februari 2026", 2026, None),
        ("Keadaan s.d. 31 April 2026", 2026, None),
        ("Bulan : 03", None, 3),
        ("Bulan 3 Tahun 2026", 2026, 3),
        ("Bulan 13 Tahun 2026", 2026, None),
        ("Triwulan III 2026", 2026, 9),
        ("Triwulan I 2026", 2026, 3),
        ("Triwulan I–IV 2026", 2026, 12),
        ("Triwulan I s.d. III TA 2026", 2026, 9),
        ("TW I s/d TW II 2026", 2026, 6),
        ("TWIII 2026", 2026, 9),
        ("Triwulan ke-3 Tahun 2026", 2026, 9),
        ("Triwulan V 2026", None, None),
        ("TRIWULAN IV", None, 12),
        ("TW II TA 2026", 2026, 6),
        ("TW 1 Tahun 2026", 2026, 3),
        ("Feb-26", 2026, 2),
        ("Okt-25", 2025, 10),
        ("Mei'26", 2026, 5),
        ("Maret '26", 2026, 3),
        ("Aug-26", 2026, 8),
        ("Dec-25", 2025, 12),
        ("2026-03-31", 2026, 3),
        ("2026-02-31", None, None),
        ("01-01-2026 s.d. 31-03-2026", 2026, 3),
        ("31.12.2026", 2026, 12),
        (datetime(2026, 3, 31), 2026, 3),
        (date(2025, 12, 1), 2025, 12),
        ("per 30/06/2026", 2026, 6),
        ("31-12-2025", 2025, 12),
        ("31/02/2026", None, None),
        ("99/99/2026", None, None),
        ("LAPORAN KETERSEDIAAN DANA DETAIL TA 2026", 2026, None),
        ("TAHUN ANGGARAN 2026", 2026, None),
        ("Tahun : 2026", 2026, None),
        ("T.A. 2026", 2026, None),
        ("TA. 2026", 2026, None),
        ("TA:2026", 2026, None),
        ("Thn 2026", 2026, None),
        ("DATA 2026", None, None),
        ("Maretta", None, None),
        ("Jumlah", None, None),
        ("", None, None),
    ],
)
def test_what_a_text_says_of_the_period(text, tahun, bulan):
    found = period(text)
    assert (found.tahun, found.bulan) == (tahun, bulan)


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("31/02/2026", True),
        ("s.d. 31 Februari 2026", True),
        ("2026-02-31", True),
        ("s.d. 29 Februari 2024", False),
        ("Maret 2026", False),
        ("TA 2026", False),
        ("", False),
    ],
)
def test_a_date_that_does_not_exist_is_told_from_no_date(text, impossible):
    assert period(text).impossible is impossible


@pytest.mark.parametrize("epoch", [CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900])
def test_a_date_counts_from_the_epoch_of_its_workbook(epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.active.append([datetime(2026, 3, 31)])
    kept = io.BytesIO()
    book.save(kept)
    [sheet] = read(Upload("tanggal.xlsx", kept.getvalue()))
    found = period(sheet.rows[0][0])
    assert (found.tahun, found.bulan) == (2026, 3)
