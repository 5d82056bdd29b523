"""Signing in with an organisation account, in a real browser; the provider is another site."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from store.accounts import add_account
from store.role import Role
from tests.browser.chromium import launched, window
from tests.browser.staff import PASSWORD, fresh_code
from tests.provider import provider
from tests.serving import free_port, serve
from tests.staff_accounts import add_staff
from tests.stored import SURABAYA, fresh_database

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def come(page, url, start):
    page.goto(f"{url}{start}")
    page.get_by_role("link", name="Masuk dengan akun organisasi").click()
    page.get_by_role("link", name="Setuju").click()


def test_two_people_come_in(tmp_path):
    database = fresh_database(tmp_path)
    now = datetime.now(UTC)
    add_account(database, "siti@kpu.example", PASSWORD, must_change=True, now=now, role=Role.OPERATOR, lingkup=SURABAYA)
    secret = add_staff(database, "rini@kpu.example", Role.PENINJAU, "35")
    database.close()
    port = free_port()
    with provider() as asked, launched() as browser:
        asked.write_secrets(tmp_path, f"http://127.0.0.1:{port}")
        with serve(tmp_path / "serapan.sqlite", port=port, HOME=str(tmp_path)) as url:
            with window(browser) as (page, _):
                asked.claims = {"email": "siti@kpu.example"}
                come(page, url, "/masuk")
                page.wait_for_url(f"{url}/unggah")
                expect(page.get_by_role("heading", name="Unggah laporan")).to_be_visible()
                page.goto(f"{url}/keluar")
                page.get_by_role("button", name="Keluar", exact=True).click()
                page.goto(f"{url}/unggah")
                expect(page.get_by_role("link", name="Masuk", exact=True).first).to_be_visible()
            with window(browser) as (page, _):
                asked.claims = {"email": "rini@kpu.example"}
                come(page, url, "/masuk?next=/tinjau")
                page.wait_for_url(f"{url}/kode?next=/tinjau")
                page.get_by_label("Kode").fill(fresh_code(secret))
                page.get_by_role("button", name="Lanjutkan").click()
                page.wait_for_url(f"{url}/tinjau")
                expect(page.get_by_role("heading", name="Tinjau")).to_be_visible()
            with window(browser) as (page, _):
                asked.claims = {"email": "entah@kpu.example"}
                come(page, url, "/masuk")
                expect(page.get_by_role("alert")).to_have_text(
                    "Tidak ada akun Serapan bernama entah@kpu.example. Minta admin Serapan menambahkan akun dengan "
                    "nama itu, atau masuk dengan nama akun dan sandi."
                )
