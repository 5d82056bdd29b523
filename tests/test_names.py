"""Names of units as they really come: a table of ugly ones."""

import pytest

from budget.reference import Reference
from loaders.match_satker import match_satker

REFERENCE = Reference.load()
SURABAYA, BATU, KAB_MALANG, KOTA_MALANG, SIDOARJO = "657942", "657956", "35.07", "35.73", "35.15"


def code(kode_wilayah):
    return REFERENCE.by_kode_wilayah[kode_wilayah].kode_satker


@pytest.mark.parametrize(
    ("text", "wanted", "how"),
    [
        ("KPU KOTA SURABAYA", SURABAYA, "name"),
        ("  KPU  KOTA  SURABAYA ", SURABAYA, "name"),
        ("KPU\u00a0KOTA\u00a0SURABAYA", SURABAYA, "name"),
        ("KPU KOTA SURA\u200bBAYA", SURABAYA, "name"),
        ("kpu kota surabaya", SURABAYA, "name"),
        ("SEKRETARIAT KPU KOTA SURABAYA", SURABAYA, "name"),
        ("Komisi Pemilihan Umum Kota Surabaya", SURABAYA, "name"),
        ("Kantor Sekretariat KPU Kota Surabaya", SURABAYA, "name"),
        ("Kota Surabaya", SURABAYA, "name"),
        ("Surabaya", SURABAYA, "name"),
        ("KPU SURABAYA", SURABAYA, "name"),
        ("KODYA SURABAYA", SURABAYA, "name"),
        ("657942", SURABAYA, "code"),
        (657942, SURABAYA, "code"),
        (657942.0, SURABAYA, "code"),
        ("'657942", SURABAYA, "code"),
        ("657942 - KPU  KOTA SURABAYA", SURABAYA, "code"),
        ("657942 | KPU KOTA …", SURABAYA, "code"),
        ("657942.KPU KABUPATEN MALANG", SURABAYA, "code"),
        ("DIPA-076.01.2.657942/2026", SURABAYA, "code"),
        ("SP DIPA- 076.01.2.657942/2026", SURABAYA, "code"),
        ("KPU KAB. MALANG", code(KAB_MALANG), "name"),
        ("KPU KAB MALANG", code(KAB_MALANG), "name"),
        ("KPU Kab.Malang", code(KAB_MALANG), "name"),
        ("KPU KABUPATEN MALANG", code(KAB_MALANG), "name"),
        ("KPU KOTA MALANG", code(KOTA_MALANG), "name"),
        ("Komisi Pemilihan Umum Kab. Malang", code(KAB_MALANG), "name"),
        ("KPU PROVINSI JAWA TIMUR", code("35"), "name"),
        ("KPU PROV. JAWA TIMUR", code("35"), "name"),
        ("KPU JAWA TIMUR", code("35"), "name"),
        ("KPU KAB SIDOARDJO", code(SIDOARJO), "similar"),
        ("KPU KAB. BANYUANGI", code("35.10"), "similar"),
        ("KPU KAB. TULUNG AGUNG", code("35.04"), "similar"),
        ("KPU MALANG", None, "ambiguous"),
        ("Blitar", None, "ambiguous"),
        ("KPU KEDIRI", None, "ambiguous"),
        ("Madiun", None, "ambiguous"),
        ("MOJOKERTO", None, "ambiguous"),
        ("Pasuruan", None, "ambiguous"),
        ("KPU Probolinggo", None, "ambiguous"),
        ("999999", "999999", "unknown"),
        ("KPU KOTA ATLANTIS", None, "unknown"),
        ("KPU KOTA SIDOARJO", None, "unknown"),
        ("1. KPU KOTA BATU", BATU, "name"),
        ("KPUD KOTA BATU", BATU, "name"),
        ("KPU-KOTA BATU", BATU, "name"),
        ("KPU KOTA SURABAYA, JAWA TIMUR", SURABAYA, "name"),
        ("KPU KOTA SURABAYA PROV. JAWA TIMUR", SURABAYA, "name"),
        ("KPU Kota Surabaya (Hibah)", SURABAYA, "name"),
        ("Malang (Kota)", code(KOTA_MALANG), "name"),
        ("Malang, Kab.", code(KAB_MALANG), "name"),
        ("KOTAMADYA MALANG", code(KOTA_MALANG), "name"),
        ("Pemkab Malang", code(KAB_MALANG), "name"),
        ("Pemerintah Kota Malang", code(KOTA_MALANG), "name"),
        ("KPU KAB/KOTA MALANG", None, "ambiguous"),
        ("KPU KAB. MALANG, KOTA BATU", None, "unknown"),
        ("657942 / 657956", None, "ambiguous"),
        ("123456 657942", SURABAYA, "code"),
        ("KPU KAB. KOTA BARU", "658787", "similar"),
        ("Kota Baru", None, "unknown"),
        ("KPU", None, "none"),
        ("-", None, "none"),
        ("", None, "none"),
        (None, None, "none"),
        ("12345", None, "none"),
    ],
)
def test_which_unit_a_text_means(text, wanted, how):
    found = match_satker(text, REFERENCE)
    assert (found.kode_satker, found.how) == (wanted, how)


def test_who_is_asked_is_told_which_units_it_could_be():
    found = match_satker("KPU MALANG", REFERENCE)
    assert {unit.nama for unit in found.candidates} == {"KPU Kabupaten Malang", "KPU Kota Malang"}


def test_every_unit_is_found_by_its_own_name_and_its_common_spellings():
    for unit in REFERENCE.satker:
        for text in (unit.nama, unit.nama.upper(), unit.nama.replace("Kabupaten", "Kab.")):
            assert match_satker(text, REFERENCE).kode_satker == unit.kode_satker, text
