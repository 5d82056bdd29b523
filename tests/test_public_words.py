"""Words for people: complete in both languages, and of what is there."""

import csv
from datetime import date

import pytest

from budget.changes_table import CHANGES_COLUMNS
from budget.classification import Classification
from budget.data_folder import DATA_FOLDER
from budget.draw_picture import draw_picture
from budget.field_dictionary import field_dictionary
from budget.glossary import glossary
from budget.jenis_belanja import jenis_belanja
from budget.lines import CSV_COLUMNS
from budget.localised_rows import localised_rows
from budget.measure_words import measure_words
from budget.plans_table import PLANS_COLUMNS
from budget.public_information import PublicInformation, public_information
from budget.reference import Reference
from budget.stage import Stage
from budget.units_table import units_table
from budget.view import View
from tests.cubes import cube

TABLES = (
    "daftar_informasi_publik.csv",
    "glosarium.csv",
    "hibah-pilkada-published.csv",
    "jenis_belanja.csv",
    "kalender.csv",
    "kamus.csv",
    "stages.csv",
    "ukuran.csv",
)


def rows(name):
    with (DATA_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_whatever_is_said_in_indonesian_is_said_in_english(name):
    translated = [column for column in rows(name)[0] if column.endswith("_en")]
    assert translated
    for row in rows(name):
        for column in translated:
            assert bool(row[column].strip()) == bool(row[column.removesuffix("_en")].strip()), row


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_has_blanks_around_it_or_a_line_break(name):
    for row in rows(name):
        assert None not in row
        assert all(text == " ".join(text.split()) for text in row.values()), row


def test_a_cell_that_was_not_translated_stays_indonesian(tmp_path, monkeypatch):
    (tmp_path / "kata.csv").write_text("kode,arti,arti_en\n1,satu,one\n2,dua,\n", encoding="utf-8")
    monkeypatch.setattr("budget.localised_rows.DATA_FOLDER", tmp_path)
    assert localised_rows("kata.csv") == [{"kode": "1", "arti": "satu"}, {"kode": "2", "arti": "dua"}]
    assert localised_rows("kata.csv", "en") == [{"kode": "1", "arti": "one"}, {"kode": "2", "arti": "dua"}]
    with pytest.raises(KeyError):
        localised_rows("kata.csv", "de")


TERMS = (
    "pagu, pagu awal, pagu revisi, realisasi, sisa, serapan, serapan efektif, blokir, Lock Pagu, satker, kode satker, "
    "DIPA, RPD, Halaman III DIPA, IKPA, NKPA, target triwulan, poin, jenis belanja, program, kegiatan, KRO, RO, "
    "komponen, akun, sumber dana, RM, HLD, hibah pilkada, NPHD, APBN, kas, akrual, cakupan, rilis, koreksi, revisi, "
    "sidik, SAKTI, OM-SPAN, PPID, DIP, DPT, TPS, nol, belum melapor, tidak ada pagu, tidak berlaku, tepat waktu, "
    "terlambat, jatuh tempo"
)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_term_is_explained_twice(language):
    terms = [term.istilah.lower() for term in glossary(language)]
    assert len(set(terms)) == len(terms)


def test_the_glossary_has_every_word_that_pages_use():
    assert set(TERMS.split(", ")) <= {term.istilah for term in glossary()}


def test_a_term_is_short_and_names_its_counterpart():
    for language in ("id", "en"):
        for term in glossary(language):
            assert term.arti.count(". ") <= 2, term.istilah
            assert term.arti.endswith(".")
            assert term.padanan
            assert term.sumber
    assert [term.padanan for term in glossary()] == [term.istilah for term in glossary("en")]
    assert glossary("en")[0].padanan == "pagu"


def test_measures_are_named_once_and_say_what_they_do_not_show():
    for language in ("id", "en"):
        measures = measure_words(language)
        assert [one.id for one in measures] == [
            *("serapan", "serapan_efektif", "sisa", "realisasi_bulan_ini", "selisih_target", "nkpa", "garis_lurus"),
            *("cakupan", "ketepatan_waktu", "lonjakan_akhir_tahun", "per_pemilih", "per_tps", "median"),
        ]
        assert all(all(vars(one).values()) for one in measures)


def test_the_list_of_public_information_is_in_order():
    for language in ("id", "en"):
        entries = public_information(language)
        assert 14 <= len(entries) <= 18
        assert len({entry.judul for entry in entries}) == len(entries)
        assert all(all(text for name, text in vars(entry).items() if name != "tautan") for entry in entries)
        assert all(entry.tautan.startswith("/") for entry in entries if entry.tautan)
    classes = {entry.klasifikasi for entry in public_information()}
    assert classes == set(Classification) - {Classification.SERTA_MERTA}


def test_what_is_excluded_is_not_linked_and_has_its_article():
    excluded = [one for one in public_information() if one.klasifikasi == Classification.DIKECUALIKAN]
    assert len(excluded) == 2
    assert all("Pasal 17 huruf h" in one.dasar and not one.tautan for one in excluded)


def test_what_is_not_here_says_so():
    for entry in public_information():
        if not entry.tautan and entry.klasifikasi != Classification.DIKECUALIKAN:
            assert "tidak dimuat di sini" in entry.ringkasan, entry.judul


@pytest.mark.parametrize("change", [{"klasifikasi": "rahasia"}, {"klasifikasi": "dikecualikan", "dasar": ""}])
def test_a_wrong_entry_is_refused(change):
    [row, *_] = localised_rows("daftar_informasi_publik.csv")
    assert PublicInformation.of(row).klasifikasi == Classification.BERKALA
    with pytest.raises(ValueError, match=r"rahasia|legal basis"):
        PublicInformation.of({**row, **change})


def test_stages_and_kinds_of_spending_in_either_language():
    [voting] = [one for one in Stage.all() if one.mulai == date(2024, 11, 27) and one.selesai == date(2024, 11, 27)]
    [in_english] = [one for one in Stage.all("en") if (one.mulai, one.selesai) == (voting.mulai, voting.selesai)]
    assert (voting.pemilihan, voting.tahapan, voting.singkat) == (
        "Pilkada 2024",
        "Pemungutan suara",
        "pemungutan suara",
    )
    assert (in_english.pemilihan, in_english.singkat) == ("2024 regional elections", "voting day")
    assert [one.mulai for one in Stage.all()] == [one.mulai for one in Stage.all("en")]
    assert jenis_belanja()["52"] == "Belanja barang"
    assert jenis_belanja("en")["52"] == "Goods and services"
    assert list(jenis_belanja()) == list(jenis_belanja("en"))


def published_columns():
    reference = Reference.load()
    picture = draw_picture(
        cube((2026, 6, "657956", "RM", "52", 10, 5)), reference.in_province("35"), View(2026, 6), name=""
    )
    return {
        "satker": tuple(units_table(picture, reference).columns),
        "baris": CSV_COLUMNS,
        "rencana": PLANS_COLUMNS,
        "koreksi": CHANGES_COLUMNS,
    }


def test_the_dictionary_names_exactly_the_published_columns_in_their_order():
    found = {}
    for field in field_dictionary():
        found[field.berkas] = (*found.get(field.berkas, ()), field.kolom)
    assert found == published_columns()


def test_the_dictionary_says_what_a_column_holds():
    for field in field_dictionary():
        assert field.tipe in {"integer", "number", "string", "date", "datetime"}
        assert (field.satuan == "rupiah") == field.kolom.endswith("_rp")
        assert field.tipe == "integer" or field.satuan != "rupiah"
        assert field.arti.endswith(".")
