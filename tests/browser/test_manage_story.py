"""An admin opens and closes accounts, and the audit chain shows it: in a real browser."""

import csv
import re

import pytest
from playwright.sync_api import expect

from store.role import Role
from tests.browser.chromium import launched, window
from tests.browser.headings import seen_twice, watch_headings
from tests.browser.staff import sign_in
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import SURABAYA, fresh_database

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
OWN = "kopi pahit tanpa gula"


@pytest.fixture
def site(tmp_path):
    database = fresh_database(tmp_path)
    secrets = {
        name: add_staff(database, name, role, lingkup)
        for name, role, lingkup in (
            ("siti", Role.OPERATOR, SURABAYA),
            ("rina", Role.PENINJAU, "35"),
            ("dewi", Role.ADMIN, None),
        )
    }
    database.close()
    with serve(tmp_path / "serapan.sqlite") as url, launched() as browser:
        yield url, browser, secrets


def choose(page, label, option):
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option).first.click()


def one_time_password(page, words):
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
    return page.locator(".sp-good code").inner_text()


def cells(page, name):
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True)).locator("td")


def test_an_admin_adds_an_operator_and_closes_the_account_again(site):
    url, browser, secrets = site
    with window(browser) as (dewi, wrong), window(browser, 390) as (budi, _):
        sign_in(dewi, url, name="dewi", secret=secrets["dewi"])
        dewi.get_by_role("link", name="Kelola").click()
        expect(dewi.get_by_role("button", name="Tambah akun")).to_be_disabled()
        choose(dewi, "Satker", "KPU Kota Batu")
        name = dewi.get_by_label("Nama akun")
        name.fill("baris perintah")
        dewi.get_by_role("button", name="Tambah akun").click()
        expect(dewi.get_by_role("alert")).to_contain_text("Nama akun hanya memuat huruf a sampai z")
        name.fill("Budi")
        dewi.get_by_role("button", name="Tambah akun").click()
        password = one_time_password(dewi, "Akun budi ditambahkan.")
        until = re.search("Berlaku sampai (.* WIB)", dewi.locator(".sp-good").inner_text())[1]
        expect(name).to_have_value("")
        expect(cells(dewi, "budi")).to_have_text(
            [
                "operator",
                "KPU Kota Batu",
                f"aktif, sandi sekali pakai belum diganti, berlaku sampai {until}",
                "belum pernah",
            ]
        )

        budi.goto(f"{url}/masuk")
        budi.get_by_label("Akun").fill("budi")
        budi.get_by_label("Sandi").fill(password)
        budi.get_by_role("button", name="Masuk").click()
        budi.wait_for_url(f"{url}/sandi")
        for label, text in (("Sandi lama", password), ("Sandi baru", OWN), ("Sandi baru sekali lagi", OWN)):
            budi.get_by_label(label, exact=True).fill(text)
        budi.get_by_role("button", name="Ganti sandi").click()
        budi.wait_for_url(f"{url}/unggah")
        expect(budi.get_by_role("heading", name="Jatuh tempo KPU Kota Batu")).to_be_visible()
        for link in ("Kelola", "Jejak audit"):
            expect(budi.get_by_role("link", name=link)).to_have_count(0)

        watch_headings(dewi)
        # Who looks away has lost the password: it is shown once.
        choose(dewi, "Akun yang diubah", "budi")
        expect(dewi.get_by_text(password)).to_have_count(0)
        dewi.get_by_role("button", name="Nonaktifkan").click()
        expect(dewi.get_by_text("Akun budi dinonaktifkan; sesinya berakhir.")).to_be_visible()
        expect(cells(dewi, "budi").nth(2)).to_contain_text("nonaktif sejak")
        budi.get_by_role("combobox", name="Sumber dana dalam berkas").click()
        budi.get_by_role("option", name="RM (rupiah murni)").click()
        expect(budi.get_by_role("heading", name="Halaman ini untuk petugas KPU.")).to_be_visible()

        dewi.get_by_role("button", name="Aktifkan lagi").click()
        expect(dewi.get_by_text("Akun budi aktif lagi.")).to_be_visible()
        dewi.get_by_role("button", name="Setel ulang sandi dan kode").click()
        assert one_time_password(dewi, "Akun budi disetel ulang.") != password
        expect(dewi.get_by_text("Semua akun (4)")).to_be_visible()
        assert seen_twice(dewi) == []
        choose(dewi, "Akun yang diubah", "dewi")
        expect(dewi.get_by_text("Ini akun Anda sendiri: admin lain yang dapat menonaktifkan")).to_be_visible()
        expect(dewi.get_by_role("button", name="Nonaktifkan")).to_have_count(0)

        dewi.get_by_role("navigation", name="Halaman petugas").get_by_role("link", name="Jejak audit").click()
        expect(dewi.get_by_text("menonaktifkan akun budi")).to_be_visible()
        choose(dewi, "Orang", "budi")
        choose(dewi, "Tindakan", "menambah akun")
        expect(dewi.get_by_role("region", name="Tabel jejak audit").locator("tbody tr")).to_have_count(1)
        expect(dewi.get_by_text("menambah akun budi: operator, KPU Kota Batu")).to_be_visible()
        with dewi.expect_download() as waiting:
            dewi.get_by_role("link", name="Seluruh jejak (CSV)").click()
        with waiting.value.path().open(newline="", encoding="utf-8") as file:
            recorded = [(row["by"], row["act"]) for row in csv.DictReader(file) if row["subject"] == "budi"]
        assert waiting.value.suggested_filename == "serapan-jejak-audit.csv"
        assert recorded == [
            ("dewi", "akun-tambah"),
            ("budi", "masuk"),
            ("budi", "sandi"),
            ("dewi", "akun-nonaktif"),
            ("dewi", "akun-aktif"),
            ("dewi", "akun-reset"),
        ]
        assert wrong == []


@pytest.mark.parametrize(
    ("name", "pages", "closed"),
    [
        ("siti", ["Unggah"], {"tinjau": "Tinjau", "kelola": "Kelola", "jejak": "Jejak audit"}),
        ("rina", ["Unggah", "Tinjau", "Jejak audit"], {"kelola": "Kelola"}),
        ("dewi", ["Unggah", "Tinjau", "Kelola", "Jejak audit"], {}),
        (None, [], {"kelola": None, "jejak": None}),
    ],
)
def test_which_pages_a_role_opens(site, name, pages, closed):
    url, browser, secrets = site
    with window(browser, 390) as (tab, _):
        if name is not None:
            sign_in(tab, url, name=name, secret=secrets[name])
            links = tab.get_by_role("navigation", name="Halaman petugas").get_by_role("link")
            expect(links).to_have_text(pages)
        for path, words in closed.items():
            tab.goto(f"{url}/{path}")
            heading = f"Halaman {words} bukan untuk peran akun Anda." if words else "Halaman ini untuk petugas KPU."
            expect(tab.get_by_role("heading", name=heading)).to_be_visible()
            expect(tab.get_by_role("table")).to_have_count(0)
            expect(tab.get_by_role("combobox")).to_have_count(0)


@pytest.mark.parametrize("name", ["rina", "dewi"])
def test_whoever_reviews_reads_how_many_have_not_reported(site, name):
    url, browser, secrets = site
    with window(browser, 390) as (tab, wrong):
        sign_in(tab, url, name=name, secret=secrets[name])
        expect(tab.get_by_role("heading", name="Jatuh tempo", exact=True)).to_be_visible()
        expect(tab.get_by_text("39 dari 39 satker belum melapor")).to_be_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") == 390
        assert wrong == []
