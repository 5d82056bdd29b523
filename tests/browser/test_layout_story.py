"""An unknown layout is explained once; the next month's file of that shape goes straight to the report."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest
from playwright.sync_api import expect

from budget.wording.rupiah import rupiah
from store.accounts import add_account
from store.role import Role
from tests.approved import approve_waiting
from tests.browser.chromium import chromium, visit
from tests.browser.staff import NAME, PASSWORD, choose_file, sign_in, wait_until_public
from tests.serving import serve
from tests.stored import SURABAYA, fresh_database

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ROWS = [
    ("657942", "521211", "Pos A", 900_000_000, 300_000_000),
    ("657942", "511111", "Pos B", 800_000_000, 500_000_000),
]
MEANINGS = ("Kode atau nama satker", "Akun atau jenis belanja", "Uraian", "Pagu", "Realisasi s.d. periode", "Sisa")


def sheet(folder, month, spent):
    book = openpyxl.Workbook()
    page = book.active
    page.append([f"Daftar pos s.d. {month} 2026"])
    page.append(["Kd Kantor", "Mata Rek", "Nama Pos", "Plafon", "Terpakai", "Saldo"])
    for kode, akun, uraian, plafon, terpakai in ROWS:
        page.append([kode, akun, uraian, plafon, terpakai + spent, plafon - terpakai - spent])
    kept = io.BytesIO()
    book.save(kept)
    path = folder / f"pos-{month}.xlsx"
    path.write_bytes(kept.getvalue())
    return path


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("layout")
    database = fresh_database(folder)
    add_account(
        database, NAME, PASSWORD, must_change=False, now=datetime.now(UTC), role=Role.OPERATOR, lingkup=SURABAYA
    )
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url, folder


def test_a_layout_is_explained_once_then_known_and_can_be_forgotten(site):
    url, folder = site
    with chromium() as (page, wrong):
        sign_in(page, url)
        choose_file(page, sheet(folder, "September", 0))
        expect(page.get_by_role("heading", name="Apa arti kolom-kolomnya?")).to_be_visible()
        expect(page.locator(".sp-sheet")).to_contain_text("Plafon")
        expect(page.get_by_label("Baris judul kolom")).to_have_value("2")
        meanings = [
            "Kode atau nama satker",
            "Akun atau jenis belanja",
            "Uraian",
            "Pagu",
            "Realisasi s.d. periode",
            "Sisa",
        ]
        for column, meaning in zip("ABCDEF", meanings, strict=True):
            expect(page.get_by_role("combobox", name=f"Kolom {column}:")).to_have_value(meaning)
        page.get_by_role("button", name="Ingat dan baca").click()
        expect(page.get_by_text("Berkas terbaca dan cocok: 2 baris anggaran")).to_be_visible()
        page.get_by_role("button", name="Ajukan").click()
        expect(page.locator(".sp-good", has_text="menunggu peninjau")).to_be_visible()
        assert approve_waiting(folder / "serapan.sqlite").number == 1

        page.goto(f"{url}/unggah")
        expect(page.get_by_text("Tata letak yang diingat (1)")).to_be_visible()
        choose_file(page, sheet(folder, "Oktober", 1_000_000))
        expect(page.get_by_text("Berkas terbaca dan cocok: 2 baris anggaran")).to_be_visible()
        expect(page.get_by_role("heading", name="Apa arti kolom-kolomnya?")).to_have_count(0)
        page.get_by_role("button", name="Ajukan").click()
        expect(page.locator(".sp-good", has_text="menunggu peninjau")).to_be_visible()
        assert approve_waiting(folder / "serapan.sqlite").number == 2
        wait_until_public(url, 2)
        visit(page, f"{url}/wilayah?kode=35.78&tahun=2026&bulan=10&dana=apbn")
        expect(page.locator(".sp-totals")).to_contain_text(rupiah(802_000_000))

        page.goto(f"{url}/unggah")
        expect(page.locator('[data-test-script-state="notRunning"]')).to_be_visible()
        page.get_by_text("Tata letak yang diingat (1)").click()
        # By the keyboard, since the button moves while the list opens.
        page.get_by_role("button", name="Lupakan").press("Enter")
        expect(page.get_by_text("Tata letak yang diingat")).to_have_count(0)
        choose_file(page, sheet(folder, "November", 2_000_000))
        expect(page.get_by_role("heading", name="Apa arti kolom-kolomnya?")).to_be_visible()
        assert wrong == []
