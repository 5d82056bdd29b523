"""What is typed while a page of staff is drawn anew."""

from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.role import Role
from tests.browser.chromium import window
from tests.browser.headings import seen_twice, watch_headings
from tests.browser.staff import choose_file, sign_in
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import SURABAYA, fresh_database, keep, release, sample_draft

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a server where September of Surabaya is public, and a file that corrects it."""
    folder = tmp_path_factory.mktemp("typing")
    with closing(fresh_database(folder)) as database:
        release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
        add_staff(database, "siti", Role.OPERATOR, SURABAYA)
    tree = sample_for(SURABAYA, 2026, 9).tree
    spent = tree.ini.copy()
    spent[int(tree.realisasi.argmax())] -= 1_000_000
    path = folder / "koreksi.xlsx"
    path.write_bytes(write_xlsx(replace(tree, ini=spent)))
    with serve(folder / "serapan.sqlite") as url:
        yield url, path


def test_a_note_that_is_typed_at_once_stays(browser, site):
    url, path = site
    with window(browser) as (page, wrong):
        sign_in(page, url, name="siti")
        # It depends on the moment: where the page's parts do not keep their places, more than half of the notes go.
        for number in range(4):
            page.goto(f"{url}/unggah")
            watch_headings(page)
            choose_file(page, path)
            page.get_by_text("Koreksi: memperbaiki kesalahan").click()
            note = page.get_by_label("Catatan untuk publik")
            note.fill(f"Satu SPM tercatat dua kali ({number})")
            note.press("Tab")
            page.wait_for_timeout(1500)
            expect(note).to_have_value(f"Satu SPM tercatat dua kali ({number})")
            assert seen_twice(page) == []
            expect(page.get_by_role("radio", name="Koreksi: memperbaiki kesalahan")).to_be_checked()
        assert wrong == []
