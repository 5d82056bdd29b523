"""The pages of staff on a phone, and without Streamlit's English."""

import openpyxl
import pytest
from playwright.sync_api import expect

from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.role import Role
from tests.browser.chromium import chromium
from tests.browser.staff import choose_file, sign_in
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import SURABAYA, fresh_database

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG = "fa_detail_16_segmen_satker_657942_kpu_kota_surabaya_september_2026"
WIDE = """() => [...document.querySelectorAll('.stApp *')].filter(one => !one.closest('.sp-scroll')
    && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto').map(one => one.outerHTML)"""


@pytest.fixture
def site(tmp_path):
    database = fresh_database(tmp_path)
    add_staff(database, "siti", Role.OPERATOR, SURABAYA)
    database.close()
    good = tmp_path / f"{LONG}.xlsx"
    good.write_bytes(write_xlsx(sample_for(SURABAYA, 2026, 9).tree))
    book = openpyxl.load_workbook(good)
    book.worksheets[0]["P9"].value = int(book.worksheets[0]["P9"].value) + 1
    book.save(tmp_path / f"{LONG}_salah.xlsx")
    with serve(tmp_path / "serapan.sqlite") as url:
        yield url, good, tmp_path / f"{LONG}_salah.xlsx"


def test_nothing_is_wider_than_a_phone_however_long_a_name_is(site):
    url, good, wrong = site
    with chromium(390) as (page, faults):
        sign_in(page, url, name="siti")
        expect(page.get_by_role("button", name="Pilih berkas")).to_be_visible()
        choose_file(page, wrong)
        expect(page.get_by_role("heading", name=f"Laporan pemeriksaan: {LONG}_salah.xlsx")).to_be_visible()
        assert page.evaluate(WIDE) == []
        page.goto(f"{url}/unggah")
        choose_file(page, [good, wrong])
        expect(page.get_by_role("heading", name="2 berkas: 1 dapat diajukan, 1 perlu diperbaiki")).to_be_visible()
        # A name is a name, not Markdown: its underscores stay.
        expect(page.get_by_text(f"{LONG}.xlsx: Dapat diajukan")).to_be_visible()
        assert page.evaluate(WIDE) == []
        page.get_by_text(f"{LONG}.xlsx: Dapat diajukan").click()
        note = page.get_by_label("Catatan untuk publik")
        note.fill("Laporan September")
        expect(page.get_by_text("Press Enter to apply")).to_be_attached()
        expect(page.get_by_text("Press Enter to apply")).to_be_hidden()
        assert faults == []
