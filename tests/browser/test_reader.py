"""The five questions of the README, each answered from the first page in at most two clicks."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import visit, window

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("public-2")]
README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


@pytest.fixture
def reader(public, browser):
    with window(browser) as (tab, _):
        visit(tab, public.url)
        yield tab


def asked(question):
    assert question in README


def test_how_much_has_kota_batu_spent(reader):
    asked("Berapa anggaran KPU Kota Batu yang sudah dibelanjakan?")
    reader.get_by_role("link", name="Kota Batu", exact=True).click()
    expect(reader.locator("h1")).to_have_text(
        re.compile(
            r"Sampai 30 September 2026, KPU Kota Batu membelanjakan Rp[\d,]+ miliar dari Rp[\d,]+ miliar \(.*%\), .*"
        )
    )


def test_who_has_not_reported(reader):
    asked("Satker mana yang belum melapor September 2026?")
    reader.get_by_role("link", name="Keterbukaan").click()
    expect(reader.get_by_text("Belum melapor September 2026")).to_be_visible()
    missing = reader.locator("p", has_text="Belum melapor September 2026")
    expect(missing.get_by_role("link")).to_have_text(["KPU Kabupaten Sampang", "KPU Kota Blitar"])


def test_is_jember_ahead_or_behind(reader):
    asked("Apakah KPU Kabupaten Jember di depan atau di belakang targetnya?")
    reader.locator("a.sp-tile", has_text="JBR").click()
    expect(reader.locator("h1")).to_have_text(re.compile(r".*KPU Kabupaten Jember.*\d+ poin di (bawah|atas) .*\."))


def test_what_did_the_correction_change(reader):
    asked("Apa yang diubah koreksi KPU Kabupaten Malang, Maret 2026?")
    reader.get_by_role("link", name="Koreksi").click()
    entry = (
        reader.locator("#root :is(article, section, li, tr)").filter(has_text="KPU Kabupaten Malang, Maret 2026").last
    )
    expect(entry).to_contain_text("Pagu")
    amounts = [int(value) for value in entry.locator("data").evaluate_all("all => all.map(one => one.value)")]
    assert len(amounts) >= 3
    # Before, after and their difference.
    assert any(after - before in amounts for before in amounts for after in amounts if after != before)


def test_what_does_nkpa_mean(reader):
    asked("Apa arti NKPA, dan bagaimana dihitung?")
    reader.get_by_role("link", name="Metodologi").click()
    expect(reader.get_by_role("heading", name="NKPA").first).to_be_visible()
    expect(reader.locator("#root")).to_contain_text("82,5")
    expect(reader.locator("#root")).to_contain_text("42,0")
