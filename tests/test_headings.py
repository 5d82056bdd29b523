"""Headings as they really come: a table of ugly ones."""

import csv

import pytest

from budget.data_folder import DATA_FOLDER
from budget.field_words import FIELD_WORDS
from loaders.alias_fields import alias_field
from loaders.label import label


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("PAGU", "pagu_rp"),
        ("  Pagu  ", "pagu_rp"),
        ("Pagu (Rp)", "pagu_rp"),
        ("PAGU (dalam ribuan)", "pagu_rp"),
        ("PAGU (Rp juta)", "pagu_rp"),
        ("PAGU\nREVISI", "pagu_rp"),
        ("Pagu Revisi :", "pagu_rp"),
        ("PAGU DIPA", "pagu_rp"),
        ("Pagu (3)", "pagu_rp"),
        ("Alokasi Anggaran", "pagu_rp"),
        ("Realisasi", "realisasi_rp"),
        ("REALISASI S.D. BULAN INI", "realisasi_rp"),
        ("Realisasi s/d Bulan Ini", "realisasi_rp"),
        ("Realisasi s / d Bulan Ini", "realisasi_rp"),
        ("Realisasi Bulan Ini", "realisasi_ini_rp"),
        ("Realisasi s.d. Bulan Lalu", "realisasi_lalu_rp"),
        ("Realisasi TA 2026 / Periode Ini", "realisasi_ini_rp"),
        ("Serapan", "realisasi_rp"),
        ("SISA PAGU", "sisa_rp"),
        ("Sisa Anggaran (Rp)", "sisa_rp"),
        ("Saldo", "sisa_rp"),
        ("Kode Satker", "kode_satker"),
        ("KDSATKER", "kode_satker"),
        ("Nama\u00a0Satker", "kode_satker"),
        ("Kabupaten / Kota", "kode_satker"),
        ("MAK", "akun"),
        ("Kode Akun", "akun"),
        ("Jenis Belanja", "akun"),
        ("Uraian", "uraian"),
        ("Tahun Anggaran", "tahun"),
        ("TA", "tahun"),
        ("Bulan", "bulan"),
        ("Sumber Dana", "sumber_dana"),
        ("%", "persen"),
        ("% Serapan", "persen"),
        ("No.", "no"),
        ("Plafon", ""),
        ("Realisasi / Bulan Ini", "realisasi_ini_rp"),
        ("Realisasi / Bulan Lalu", "realisasi_lalu_rp"),
        ("Realisasi / s.d. Bulan Ini", "realisasi_rp"),
        ("Realisasi / Fisik", ""),
        ("Pagu / Volume", ""),
        ("Ceiling", "pagu_rp"),
        ("Alokasi Dana", "pagu_rp"),
        ("Serapan (Rp)", "realisasi_rp"),
        ("Serapan (%)", "persen"),
        ("Realisasi (%)", "persen"),
        ("Kab./Kota", "kode_satker"),
        ("Pagu Blokir", ""),
        ("Nama", ""),
        ("Nama Penerima", ""),
        ("Nomor HP", ""),
        ("", ""),
        ("Pagu dan Realisasi", ""),
    ],
)
def test_what_a_heading_means(text, field):
    assert alias_field(text) == field


def test_each_alias_stands_once_normalised_with_a_known_field_and_its_source():
    with (DATA_FOLDER / "aliases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels = [row["label"] for row in rows]
    assert labels == [label(text) for text in labels]
    assert len(set(labels)) == len(labels)
    assert {row["field"] for row in rows} <= {*FIELD_WORDS, "no", "persen", "pengembalian_rp", ""}
    assert all(row["source"] for row in rows)
