"""Decisions that are refused, and figures that are taken back: by several people, in a real browser."""

import csv
import io
import shutil
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from budget.wording.rupiah import rupiah
from store.accounts import add_account
from store.approve import approve
from store.database import Database
from store.give_back import give_back
from store.releases import latest_release
from store.role import Role
from store.sessions import start_session
from store.submissions import find_submission
from tests.browser.chromium import visit, window
from tests.browser.headings import seen_twice, watch_headings
from tests.serving import serve
from tests.stored import NOW, SURABAYA, fresh_database
from tests.tiny_drafts import ADMIN, BUDI, RINA, SITI, TONO, handed_in, tiny_draft

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AUGUST = int(tiny_draft(SURABAYA, 8).lines["realisasi_rp"].sum())
OWN = "Pengajuan Anda sendiri: orang lain yang menyetujuinya."


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """August of Surabaya is public; siti's September (2), budi's (3), rina's October (4) and siti's November (6) wait.

    Rina had uploaded the file for November before (5).

    Returns:
        The database, and the token of each reviewer's session.
    """
    folder = tmp_path_factory.mktemp("decisions")
    now = datetime.now(UTC)
    with closing(fresh_database(folder)) as database:
        tokens = {}
        for name in ("rina", "tono"):
            key = add_account(
                database, name, f"sandi {name}", must_change=False, now=now, role=Role.PENINJAU, lingkup="35"
            )
            tokens[name] = start_session(database, key, now, confirmed=True)
        approve(database, [handed_in(database, SITI, 8)], TONO, now=NOW, base=0)
        handed_in(database, SITI, 9)
        handed_in(database, BUDI, 9)
        handed_in(database, RINA, 10)
        give_back(database, handed_in(database, RINA, 11), TONO, now=NOW, reason="Coba lagi")
        handed_in(database, SITI, 11)
    return folder / "serapan.sqlite", tokens


@pytest.fixture
def site(original, tmp_path, browser):
    """The address, the database, and how to open a page as somebody."""
    path, tokens = Path(shutil.copy(original[0], tmp_path)), original[1]

    @contextmanager
    def as_person(name):
        with window(browser) as (page, wrong):
            page.context.add_cookies([{"name": "serapan_sesi", "value": tokens[name], "url": url}])
            page.goto(f"{url}/tinjau")
            expect(page.get_by_role("heading", name="Tinjau pengajuan, lalu terbitkan.")).to_be_visible()
            yield page
            assert wrong == []

    with serve(path) as url, closing(Database(f"sqlite:///{path}")) as database:
        yield url, database, as_person


def choose(page, number):
    page.get_by_text(f"Pengajuan {number}: KPU").click()
    expect(page.get_by_role("checkbox", name=f"Pengajuan {number}: KPU")).to_be_checked()


def august(url, number):
    """What release `number` says of Surabaya's spending in August: text, empty for none."""
    address = f"{url}/data/rilis/{number}/satker.csv?tahun=2026&bulan=8&dana=apbn"
    rows = csv.DictReader(io.StringIO(requests.get(address, timeout=20).text))
    return {row["kode_satker"]: row["realisasi_rp"] for row in rows}.get(SURABAYA, "")


def test_ones_own_upload_cannot_be_approved(site):
    _, database, as_person = site
    with as_person("rina") as page:
        box = page.get_by_role("checkbox", name="Pengajuan 4: KPU Kota Surabaya, Oktober 2026, RM")
        button = page.get_by_role("button", name="Setujui dan terbitkan")
        expect(box).to_be_disabled()
        expect(button).to_be_disabled()
        expect(page.get_by_text(OWN)).to_have_count(1)
        expect(page.get_by_role("checkbox", name="Pilih semua (3)")).to_be_enabled()
        for one in (box, button):
            one.evaluate("element => { element.disabled = false; element.click() }")
        # This box is free: only the store knows that rina uploaded the same file first.
        choose(page, 6)
        # The button looks enabled since it was forced: it is when the page says what was chosen.
        expect(page.get_by_text("1 pengajuan dipilih")).to_be_visible()
        button.click()
        expect(
            page.get_by_text("Pengajuan 6 Anda ajukan atau unggah sendiri, jadi tidak dapat Anda setujui.")
        ).to_be_visible()
        expect(page.get_by_text("Minta orang kedua memeriksa dan menyetujuinya.")).to_be_visible()
        expect(box).not_to_be_checked()
    assert [find_submission(database, number, ADMIN).state for number in (4, 6)] == ["menunggu"] * 2
    assert latest_release(database).number == 1


def test_the_second_of_two_reviewers_reads_what_changed(site):
    _, database, as_person = site
    with as_person("tono") as tono:
        # Nothing is public that it would revise.
        expect(tono.get_by_text("diajukan budi 12 Oktober 2026 pukul 09.00 WIB, baru.")).to_be_visible()
        choose(tono, 3)
        with as_person("rina") as rina:
            watch_headings(rina)
            choose(rina, 2)
            rina.get_by_role("button", name="Setujui dan terbitkan").click()
            expect(rina.get_by_text("Rilis 2 terbit. Halaman publik sudah memuat angka baru.")).to_be_visible()
            expect(rina.locator('[data-test-script-state="notRunning"]')).to_be_visible()
            # What was said goes with the next click.
            choose(rina, 6)
            expect(rina.get_by_text("Rilis 2 terbit.")).to_have_count(0)
            assert seen_twice(rina) == []
        tono.get_by_role("button", name="Setujui dan terbitkan").click()
        changed = f"{SURABAYA}/2026-09/RM (rilis 2, rina)."
        expect(
            tono.get_by_text(
                f"Sementara Anda memeriksa, rilis 2 sudah terbit (Anda memeriksa rilis 1). Yang berubah: {changed}"
            )
        ).to_be_visible()
        assert find_submission(database, 3, ADMIN).state == "menunggu"
        assert latest_release(database).number == 2
        # Now it was seen.
        tono.get_by_role("button", name="Setujui dan terbitkan").click()
        expect(tono.get_by_text("Rilis 3 terbit.")).to_be_visible()
    assert find_submission(database, 3, ADMIN).state == "disetujui"


def test_what_is_withdrawn_stays_in_the_release_before(site):
    url, database, as_person = site
    with as_person("rina") as page:
        page.get_by_text("Tarik angka yang sudah terbit").click()
        # Typed, since a list that is clicked open closes as the page scrolls to it.
        page.get_by_role("combobox", name="Bagian yang ditarik").press_sequentially("Surabaya, Agustus", delay=50)
        page.get_by_role("option", name="KPU Kota Surabaya, Agustus 2026, RM").click()
        expect(page.get_by_text(rupiah(AUGUST)).first).to_be_visible()
        button = page.get_by_role("button", name="Tarik dari halaman publik")
        button.click()
        expect(page.get_by_text("Alasan belum ditulis.")).to_be_visible()
        assert latest_release(database).number == 1
        reason = page.get_by_label("Alasan penarikan (dibaca publik)")
        reason.fill("Berkas satker lain")
        reason.press("Tab")
        button.click()
        expect(
            page.get_by_text("Rilis 2 terbit: KPU Kota Surabaya, Agustus 2026, RM ditarik. Angka lamanya tetap ada")
        ).to_be_visible()
        assert (latest_release(database).number, latest_release(database).note) == (2, "Berkas satker lain")
        assert [august(url, number) for number in (1, 2)] == [str(AUGUST), ""]
        visit(page, f"{url}/wilayah?kode=35.78&tahun=2026&bulan=8&dana=apbn&rilis=1")
        expect(page.locator(".sp-totals")).to_contain_text(rupiah(AUGUST))
