"""A withdrawal plan is dropped where figures are: read, set beside the plan that is public, published, superseded."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from budget.wording.rupiah import rupiah
from store.accounts import add_account
from store.database import Database
from store.read_plans import read_plans
from store.role import Role
from tests.approved import approve_waiting
from tests.browser.chromium import chromium
from tests.browser.staff import NAME, PASSWORD, choose_file, sign_in
from tests.serving import serve
from tests.stored import SURABAYA, fresh_database
from tests.test_loaders_rpd import HEAD, year
from tests.write_tables import workbook

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def site(tmp_path):
    database = fresh_database(tmp_path)
    add_account(
        database, NAME, PASSWORD, must_change=False, now=datetime.now(UTC), role=Role.OPERATOR, lingkup=SURABAYA
    )
    database.close()
    with serve(tmp_path / "serapan.sqlite") as url:
        yield url, tmp_path


def sheet(folder, name, rows):
    path = folder / name
    path.write_bytes(workbook([HEAD, *rows]).content)
    return path


def test_a_plan_is_uploaded_published_and_superseded(site):
    url, folder = site
    with chromium(390) as (page, wrong):
        sign_in(page, url)
        choose_file(page, sheet(folder, "rpd.xlsx", year(scale=1000)))
        expect(page.get_by_text("Berkas terbaca dan cocok: 12 baris rencana")).to_be_visible()
        row = page.locator("tr", has_text="Rencana penarikan setahun (RPD)")
        expect(row).to_contain_text("KPU Kota Surabaya, RPD 2026, RM")
        expect(row).to_contain_text("belum ada")
        expect(row.locator(".sp-changed")).to_have_text(rupiah(78_000))
        page.get_by_role("button", name="Ajukan").click()
        expect(page.locator(".sp-good", has_text="menunggu peninjau")).to_be_visible()
        assert approve_waiting(folder / "serapan.sqlite").number == 1

        page.goto(f"{url}/unggah")
        choose_file(page, sheet(folder, "rpd-revisi.xlsx", year(scale=2000)))
        expect(row.locator(".sp-changed")).to_have_text(rupiah(156_000))
        expect(row).to_contain_text(rupiah(78_000))
        page.get_by_role("button", name="Ajukan").click()
        expect(page.locator(".sp-good", has_text="menunggu peninjau")).to_be_visible()
        assert approve_waiting(folder / "serapan.sqlite").number == 2
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert wrong == []
    database = Database(f"sqlite:///{folder}/serapan.sqlite")
    assert [sum(read_plans(database, number)["rencana_rp"]) for number in (1, 2)] == [78_000, 156_000]
    assert set(read_plans(database, 2)["kode_satker"]) == {SURABAYA}
    database.close()


def test_a_blank_month_is_a_question_and_is_not_published(site):
    url, folder = site
    with chromium() as (page, wrong):
        sign_in(page, url)
        choose_file(page, sheet(folder, "kosong.xlsx", [*year()[:11], [SURABAYA, 2026, 12, None]]))
        issue = page.locator(".sp-issue-error").nth(1)
        expect(issue).to_contain_text("sel D13")
        expect(issue).to_contain_text("tulis 0 bila memang tidak ada penarikan")
        expect(page.get_by_role("button", name="Ajukan")).to_have_count(0)
        assert wrong == []
