"""Handing in, a second person's approval, return and mending, correction: by several people, in a real browser."""

import csv
import io
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
import requests
from playwright.sync_api import expect

from budget.reference import Reference
from budget.wording.rupiah import rupiah
from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.database import Database
from store.role import Role
from store.submissions import read_submissions
from store.tables import submission
from tests.browser.chromium import launched, visit, window
from tests.browser.staff import choose_file, sign_in
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import BATU, SURABAYA, fresh_database

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@cache
def tree(kode):
    return sample_for(kode, 2026, 9).tree


def write(folder, kode, name=None):
    path = folder / (name or f"{kode}.xlsx")
    path.write_bytes(write_xlsx(tree(kode)))
    return path


def with_cell(path, name, change):
    """The same workbook with its grand total changed."""
    book = openpyxl.load_workbook(path)
    cell = book.worksheets[0]["P9"]
    cell.value = change(int(cell.value))
    book.save(path.with_name(name))
    return path.with_name(name)


def smaller(folder, kode):
    """The same report with 1.000 rupiah less spent."""
    right = tree(kode)
    ini = right.ini.copy()
    ini[int(right.realisasi.argmax())] -= 1000
    path = folder / f"{kode}-koreksi.xlsx"
    path.write_bytes(write_xlsx(replace(right, ini=ini)))
    return path


@pytest.fixture
def site(tmp_path):
    database = fresh_database(tmp_path)
    secrets = {
        name: add_staff(database, name, role, lingkup)
        for name, role, lingkup in (
            ("siti", Role.OPERATOR, SURABAYA),
            ("budi", Role.OPERATOR, BATU),
            ("rina", Role.PENINJAU, "35"),
            ("tono", Role.PENINJAU, "35"),
        )
    }
    database.close()
    with serve(tmp_path / "serapan.sqlite") as url, launched() as browser:
        yield url, tmp_path, browser, secrets


def upload(page, url, files, source="RM (rupiah murni)"):
    page.goto(f"{url}/unggah")
    choose_file(page, files, source)


def approve_all(page, url):
    page.goto(f"{url}/tinjau")
    page.get_by_text("Pilih semua").click()
    page.get_by_role("button", name="sebagai satu rilis").click()


def units(url, number, bulan=9):
    text = requests.get(f"{url}/data/rilis/{number}/satker.csv?tahun=2026&bulan={bulan}&dana=apbn", timeout=20).text
    return {row["kode_satker"]: row for row in csv.DictReader(io.StringIO(text))}


def test_what_an_operator_hands_in_is_public_when_a_second_person_approves(site):
    url, folder, browser, secrets = site
    sheet = write(folder, SURABAYA)
    with window(browser) as (siti, wrong), window(browser) as (rina, _):
        sign_in(siti, url, name="siti")
        expect(siti.get_by_role("link", name="Tinjau")).to_have_count(0)
        choose_file(siti, sheet)
        siti.get_by_label("Catatan untuk publik").fill("Laporan September")
        siti.get_by_label("Catatan untuk publik").press("Tab")
        siti.get_by_role("button", name="Ajukan").click()
        expect(siti.get_by_text("menunggu peninjau.")).to_contain_text("Pengajuan 1")
        expect(siti.get_by_role("heading", name="Pengajuan Anda")).to_be_visible()
        siti.goto(f"{url}/tinjau")
        expect(siti.get_by_role("heading", name="Halaman Tinjau bukan untuk peran akun Anda.")).to_be_visible()
        assert wrong == []

        sign_in(rina, url, name="rina", secret=secrets["rina"])
        upload(rina, url, write(folder, BATU))
        rina.get_by_role("button", name="Ajukan").click()
        expect(rina.get_by_text("Pengajuan 2")).to_be_visible()
        rina.get_by_role("link", name="Tinjau").click()
        expect(rina.get_by_text("Pengajuan 1: KPU Kota Surabaya, September 2026, RM")).to_be_visible()
        expect(rina.get_by_text("Catatan: Laporan September")).to_be_visible()
        expect(rina.get_by_role("checkbox", name="Pengajuan 2")).to_be_disabled()
        expect(rina.get_by_text("Pengajuan Anda sendiri: orang lain")).to_be_visible()
        rina.get_by_text("Perubahan dan laporan pengajuan 1").click()
        realisasi = int(tree(SURABAYA).realisasi.sum())
        expect(rina.locator(".sp-changed").nth(1)).to_have_text(rupiah(realisasi))
        rina.get_by_text("Pengajuan 1: KPU").click()
        rina.get_by_role("button", name="Setujui dan terbitkan").click()
        expect(rina.get_by_text("Rilis 1 terbit.")).to_be_visible()
        visit(rina, f"{url}/wilayah?kode=35.78&tahun=2026&bulan=9&dana=apbn")
        expect(rina.locator(".sp-totals")).to_contain_text(rupiah(realisasi))
        siti.goto(f"{url}/unggah")
        expect(siti.get_by_text("disetujui oleh rina")).to_be_visible()
    assert int(units(url, 1)[SURABAYA]["realisasi_rp"]) == realisasi
    assert not units(url, 1)[BATU]["realisasi_rp"]


def test_a_batch_of_39_with_two_wrong_is_mended_approved_and_corrected(site):
    url, folder, browser, secrets = site
    codes = [unit.kode_satker for unit in Reference.load().in_province("35")]
    others = [kode for kode in codes if kode not in {SURABAYA, BATU}]
    spoilt, swapped, taken = others[0], others[1], others[2]
    sheets = {kode: write(folder, kode) for kode in others}
    sheets[spoilt] = with_cell(sheets[spoilt], f"{spoilt}-salah.xlsx", lambda amount: amount + 1)
    # The name speaks of one unit, the rows are another's.
    sheets[swapped] = write(folder, taken, f"{swapped}.xlsx")
    book = openpyxl.load_workbook(sheets[swapped])
    book.properties.title = "tertukar"
    book.save(sheets[swapped])
    with window(browser) as (operator, _), window(browser) as (rina, wrong), window(browser) as (tono, _):
        sign_in(operator, url, name="budi")
        choose_file(operator, write(folder, SURABAYA))
        expect(operator.get_by_text("di luar kewenangan akun Anda")).to_be_visible()
        expect(operator.get_by_role("button", name="Ajukan")).to_have_count(0)
        upload(operator, url, write(folder, BATU))
        operator.get_by_role("button", name="Ajukan").click()
        expect(operator.get_by_text("Pengajuan 1")).to_have_count(1)
        operator.context.clear_cookies()
        sign_in(operator, url, name="siti")
        upload(operator, url, folder / f"{SURABAYA}.xlsx")
        operator.get_by_role("button", name="Ajukan").click()
        expect(operator.get_by_text("Pengajuan 2")).to_have_count(1)

        sign_in(rina, url, name="rina", secret=secrets["rina"])
        choose_file(rina, list(sheets.values()))
        expect(rina.get_by_role("heading", name="37 berkas: 34 dapat diajukan, 3 perlu diperbaiki")).to_be_visible()
        row = rina.locator("tr", has_text=f"{spoilt}-salah.xlsx")
        expect(row).to_contain_text("Perbaiki, lalu unggah lagi")
        expect(rina.locator("tr", has=rina.locator("th", has_text=f"{swapped}.xlsx"))).to_contain_text(
            f"sama dengan {taken}.xlsx"
        )
        rina.get_by_text(f"{spoilt}-salah.xlsx: Perbaiki").click()
        with rina.expect_download() as marked:
            rina.get_by_role("button", name="Unduh buku kerja bertanda").filter(visible=True).click()
        comment = openpyxl.load_workbook(io.BytesIO(marked.value.path().read_bytes())).worksheets[1]["P9"].comment.text
        assert "jumlah" in comment.lower()
        asked = rina.get_by_text("Dapat diajukan setelah catatannya diisi: ")
        expect(asked).to_be_visible()
        names = asked.inner_text().rstrip(".").partition(": ")[2].split(", ")
        expect(rina.get_by_role("button", name=f"Ajukan {34 - len(names)} berkas")).to_be_enabled()
        for place, name in enumerate(names):
            rina.get_by_text(f"{name}: Dapat diajukan").click()
            note = rina.get_by_label("Catatan untuk publik (wajib").nth(place)
            note.fill("Revisi pagu menyusul")
            note.press("Tab")
        rina.get_by_role("button", name="Ajukan 34 berkas").click()
        expect(rina.get_by_text("menunggu peninjau.")).to_have_count(34)
        mended = [write(folder, kode, f"{kode}-benar.xlsx") for kode in (spoilt, swapped, taken)]
        upload(rina, url, mended)
        rina.get_by_role("button", name="Ajukan 3 berkas").click()
        expect(rina.get_by_text("menunggu peninjau.")).to_have_count(3)
        assert wrong == []

        sign_in(tono, url, name="tono", secret=secrets["tono"])
        tono.goto(f"{url}/tinjau")
        tono.get_by_text("Perubahan dan laporan pengajuan 2", exact=True).click()
        tono.get_by_label("Alasan pengembalian").fill("Periksa lagi akun 521211")
        tono.get_by_role("button", name="Kembalikan pengajuan 2").click()
        expect(tono.get_by_text("Pengajuan 2 dikembalikan kepada siti.")).to_be_visible()
        operator.goto(f"{url}/unggah")
        operator.get_by_text("Pengajuan 2 dikembalikan: Periksa lagi akun 521211").click()
        with operator.expect_download() as marked:
            operator.get_by_role("button", name="Unduh buku kerja bertanda").click()
        listed = openpyxl.load_workbook(io.BytesIO(marked.value.path().read_bytes())).worksheets[0]
        assert "Periksa lagi akun 521211" in [cell.value for cell in listed[2]][6]
        upload(operator, url, folder / f"{SURABAYA}.xlsx")
        operator.get_by_role("button", name="Ajukan").click()
        expect(operator.get_by_text("Pengajuan 40", exact=True)).to_have_count(1)

        approve_all(tono, url)
        expect(tono.get_by_text("Rilis 1 terbit.")).to_be_visible()
        visit(tono, f"{url}/?tahun=2026&bulan=9")
        expect(tono.locator("h1.sp-headline")).to_contain_text("39 dari 39 satker")

        # A month later: one figure was wrong.
        corrected = smaller(folder, BATU)
        operator.context.clear_cookies()
        sign_in(operator, url, name="budi")
        choose_file(operator, corrected)
        operator.get_by_text("Koreksi: memperbaiki kesalahan").click()
        note = operator.get_by_label("Catatan untuk publik")
        note.fill("Satu pos tercatat dua kali")
        note.press("Tab")
        operator.get_by_role("button", name="Ajukan").click()
        expect(operator.get_by_text("Pengajuan 41", exact=True)).to_have_count(1)
        tono.goto(f"{url}/tinjau")
        expect(tono.get_by_text("WIB, koreksi. Catatan: Satu pos tercatat dua kali")).to_be_visible()
        tono.get_by_text("Pengajuan 41: KPU").click()
        tono.get_by_role("button", name="Setujui dan terbitkan").click()
        expect(tono.get_by_text("Rilis 2 terbit.")).to_be_visible()
        before, after = (int(units(url, number)[BATU]["realisasi_rp"]) for number in (1, 2))
        assert before == int(tree(BATU).realisasi.sum()) == after + 1000
        for number, amount in ((1, before), (2, after)):
            visit(tono, f"{url}/wilayah?kode=35.79&tahun=2026&bulan=9&dana=apbn&rilis={number}")
            expect(tono.locator(".sp-totals")).to_contain_text(rupiah(amount))
        visit(tono, f"{url}/koreksi")
        entry = tono.get_by_role("article")
        for words in (
            "KPU Kota Batu, September 2026, RM Koreksi kesalahan",
            "Penjelasan satker: “Satu pos tercatat dua kali”",
            "pengajuan 41 disetujui oleh tono.",
            rupiah(before),
            rupiah(after),
        ):
            expect(entry).to_contain_text(words)
        for number, amount in ((1, before), (2, after)):
            visit(tono, f"{url}/koreksi")
            entry.get_by_role("link", name=f"Lihat seperti dalam rilis {number}").click()
            expect(tono.locator(".sp-totals")).to_contain_text(rupiah(amount))
    database = Database(f"sqlite:///{folder}/serapan.sqlite")
    with database.read() as connection:
        states = [(one.state, one.kind) for one in read_submissions(connection, submission.c.id > 38)]
    database.close()
    assert states == [("disetujui", "revisi"), ("disetujui", "revisi"), ("disetujui", "koreksi")]
