"""From a SAKTI export to a public page: the main job, in a real browser."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest
import requests
from playwright.sync_api import expect

from budget.reference import Reference
from budget.wording.percent import percent
from budget.wording.rupiah import rupiah
from budget.wording.short_rupiah import short_rupiah
from samples.fa_detail import write_xlsx
from samples.sample_for import sample_for
from store.accounts import add_account
from store.role import Role
from tests.approved import approve_waiting
from tests.browser.chromium import chromium, visit
from tests.browser.staff import NAME, PASSWORD, choose_file, sign_in, wait_until_public
from tests.serving import serve
from tests.stored import BATU, SURABAYA, fresh_database, keep, release, sample_draft

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A running site with September 2026 of two units published, and the sheet for October."""
    folder = tmp_path_factory.mktemp("site")
    database = fresh_database(folder)
    drafts = [sample_draft(code, 2026, bulan) for code in (SURABAYA, BATU) for bulan in (8, 9)]
    release(database, *keep(database, *drafts, sample=True))
    add_account(
        database, NAME, PASSWORD, must_change=False, now=datetime.now(UTC), role=Role.OPERATOR, lingkup=SURABAYA
    )
    database.close()
    sheet = folder / "GLP039 Oktober.xlsx"
    sheet.write_bytes(write_xlsx(sample_for(SURABAYA, 2026, 10).tree))
    with serve(folder / "serapan.sqlite") as url:
        yield url, sheet


def test_a_sheet_is_uploaded_published_and_found_with_its_cell(site):
    url, sheet = site
    tree = sample_for(SURABAYA, 2026, 10).tree
    pagu, realisasi = int(tree.pagu.sum()), int(tree.realisasi.sum())
    with chromium() as (page, wrong):
        sign_in(page, url)
        expect(page.get_by_role("link", name="Keluar")).to_have_attribute("href", "/keluar")
        choose_file(page, sheet)
        expect(page.get_by_text("Berkas terbaca dan cocok")).to_be_visible()
        expect(page.get_by_role("heading", name="Yang akan berubah di halaman publik")).to_be_visible()
        expect(page.locator(".sp-changed").nth(1)).to_have_text(rupiah(realisasi))
        page.get_by_role("button", name="Ajukan").click()
        expect(page.locator(".sp-good", has_text="menunggu peninjau")).to_be_visible()
        assert approve_waiting(sheet.parent / "serapan.sqlite").number == 2
        wait_until_public(url, 2)

        page.get_by_role("link", name="Ringkasan").click()
        headline = page.locator("h1.sp-headline")
        expect(headline).to_contain_text("Sampai 31 Oktober 2026, 1 dari 39 satker KPU di Jawa Timur membelanjakan")
        rate = percent(realisasi, pagu)
        expect(headline).to_contain_text(f"{short_rupiah(realisasi)} dari {short_rupiah(pagu)} ({rate})")
        expect(page.locator(".sp-totals")).to_contain_text(rupiah(realisasi))
        expect(page.locator("a.sp-tile", has_text="SBY")).to_have_attribute("title", re.compile(f"serapan {rate}"))

        page.locator("a.sp-tile", has_text="SBY").click()
        expect(headline).to_contain_text("Sampai 31 Oktober 2026, KPU Kota Surabaya membelanjakan")
        expect(page.locator(".sp-totals")).to_contain_text(rupiah(realisasi))
        draft = sample_draft(SURABAYA, 2026, 10)
        line = draft.lines.iloc[0]
        for level in ("program", "kegiatan", "kro", "ro", "komponen", "subkomponen"):
            page.locator(f"details.sp-level-{level} > summary").first.click()
        leaf = page.locator(".sp-leaf", has_text=line["akun"]).first
        leaf.locator("summary").click()
        expect(leaf).to_contain_text(rupiah(int(line["realisasi_rp"])))
        expect(leaf.locator(".sp-source")).to_contain_text(
            f"sel {line['sumber_sel']} tertulis “{line['realisasi_rp']}”"
        )
        expect(leaf.locator(".sp-source")).to_contain_text("Berkas 1.")
        file = page.get_by_text("Berkas 1: GLP039 Oktober.xlsx; lembar GLP039_LAPORAN REALISASI SUPER; diunggah")
        expect(file).to_contain_text("WIB; rilis 2.")

        href = page.get_by_role("link", name="Unduh CSV baris-baris ini").get_attribute("href")
        assert wrong == []
    rows = list(csv.DictReader(io.StringIO(requests.get(url + href, timeout=20).text)))
    assert sum(int(row["realisasi_rp"]) for row in rows) == realisasi
    assert (rows[0]["sumber_berkas"], rows[0]["sumber_sel"]) == ("GLP039 Oktober.xlsx", line["sumber_sel"])
    units = requests.get(f"{url}/data/rilis/2/satker.csv?tahun=2026&bulan=10&dana=apbn", timeout=20).text
    [surabaya] = [row for row in csv.DictReader(io.StringIO(units)) if row["kode_satker"] == SURABAYA]
    assert (int(surabaya["pagu_rp"]), int(surabaya["realisasi_rp"])) == (pagu, realisasi)


def test_a_sheet_with_a_changed_total_says_where_and_cannot_be_published(site, tmp_path):
    import openpyxl  # noqa: PLC0415

    url, sheet = site
    book = openpyxl.load_workbook(sheet)
    total = book.worksheets[0]["P9"]
    printed = int(total.value)
    total.value = printed + 1
    wrong_sheet = tmp_path / "salah.xlsx"
    book.save(wrong_sheet)
    with chromium(390) as (page, wrong):
        sign_in(page, url)
        choose_file(page, wrong_sheet)
        issue = page.locator(".sp-issue-error").nth(1)
        expect(issue).to_contain_text("sel P9")
        expect(issue).to_contain_text(rupiah(printed + 1))
        expect(issue).to_contain_text(rupiah(printed))
        expect(page.get_by_role("button", name="Ajukan")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert wrong == []


def test_an_unreadable_file_is_named_in_one_line(site, tmp_path):
    url, _ = site
    pdf = tmp_path / "laporan.xlsx"
    pdf.write_bytes(b"%PDF-1.7\n" + b"x" * 500)
    with chromium() as (page, _):
        sign_in(page, url)
        choose_file(page, pdf)
        expect(page.locator(".sp-issue-error")).to_contain_text("PDF")
        expect(page.get_by_role("button", name="Ajukan")).to_have_count(0)


@pytest.mark.thorough
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    ("path", "invented"),
    [("/", 1), ("/wilayah?kode=35.78", 1), ("/data", 1), ("/unggah", 0), ("/wilayah?kode=99.99&tahun=x&dana=", 0)],
)
def test_pages_show_without_errors_or_sideways_scrolling(site, width, path, invented):
    url, _ = site
    with chromium(width) as (page, wrong):
        visit(page, url + path)
        expect(page.locator("h1.sp-headline")).to_be_visible()
        expect(page.locator(".sp-sample")).to_have_count(invented)
        page.wait_for_timeout(500)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert wrong == []


def test_each_choice_is_in_the_address_and_back_works(site):
    url, _ = site
    with chromium() as (page, _):
        visit(page, f"{url}/wilayah?kode=35.79&tahun=2026&bulan=8&dana=apbn")
        headline = page.locator("h1.sp-headline")
        expect(headline).to_contain_text("Sampai 31 Agustus 2026, KPU Kota Batu membelanjakan")
        page.get_by_label("Sampai bulan").select_option("September")
        expect(headline).to_contain_text("Sampai 30 September 2026, KPU Kota Batu")
        assert "bulan=9" in page.url
        assert "kode=35.79" in page.url
        page.go_back()
        expect(headline).to_contain_text("Sampai 31 Agustus 2026, KPU Kota Batu")


def test_units_of_the_province_are_those_of_the_reference():
    assert Reference.load().by_kode_satker[SURABAYA].nama == "KPU Kota Surabaya"
    assert Reference.load().by_kode_satker[BATU].nama == "KPU Kota Batu"
