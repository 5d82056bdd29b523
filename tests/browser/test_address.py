"""Every view is an address: opened elsewhere it is the same, and nothing in it does harm."""

import html
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import requests
from playwright.sync_api import expect

from tests.browser.chromium import visit, window
from views.screens import SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public-2")]


@pytest.mark.parametrize(
    ("address", "selected", "words"),
    [
        ("?tahun=2024&bulan=12&dana=hibah", {"tahun": "2024", "bulan": "12", "dana": "hibah"}, "31 Desember 2024"),
        ("?tahun=2026&bulan=3&dana=apbn&dasar=awal", {"dasar": "awal", "bulan": "3"}, "31 Maret 2026"),
        (
            "wilayah?tahun=2026&bulan=6&dana=apbn&kode=35.08&tingkat=akun",
            {"kode": "35.08", "tingkat": "akun"},
            "Lumajang",
        ),
        ("wilayah?tahun=2026&bulan=6&dana=apbn&kode=35.08&bahasa=en", {"kode": "35.08"}, "By 30 June 2026, KPU"),
        (
            "bandingkan?tahun=2026&bulan=9&dana=apbn&kelompok=ukuran_pagu&urut=selisih_poin&jenis=52",
            {"kelompok": "ukuran_pagu", "urut": "selisih_poin", "jenis": "52"},
            "Median serapan",
        ),
        (
            "keterbukaan?tahun=2025&bulan=10&dana=apbn&klasifikasi=dikecualikan",
            {"klasifikasi": "dikecualikan"},
            "Oktober",
        ),
        ("baris?tahun=2026&bulan=9&dana=apbn&kode=35.78&jenis=53", {"kode": "35.78", "jenis": "53"}, "Kota Surabaya"),
    ],
)
def test_an_address_opens_its_view(public, browser, address, selected, words):
    with window(browser) as (tab, wrong):
        visit(tab, f"{public.url}/{address}")
        expect(tab.locator("h1")).to_contain_text(words)
        for name, code in selected.items():
            expect(tab.locator(f'#root select[name="{name}"]')).to_have_value(code)
        assert wrong == []


def test_choices_make_the_address_and_back_and_forward_follow(public, browser):
    with window(browser) as (tab, _):
        documents = []
        tab.on(
            "request", lambda request: documents.append(request.url) if request.resource_type == "document" else None
        )
        visit(tab, public.url)
        headline = tab.locator("h1")
        tab.get_by_label("Sampai bulan").select_option("Juni")
        expect(headline).to_contain_text("Sampai 30 Juni 2026")
        assert "bulan=6" in tab.url
        tab.get_by_role("link", name="Wilayah", exact=True).click()
        expect(headline).to_contain_text("Sampai 30 Juni 2026, KPU Provinsi Jawa Timur")
        tab.locator('#root select[name="kode"]').select_option("KPU Kota Batu")
        expect(headline).to_contain_text("Sampai 30 Juni 2026, KPU Kota Batu")
        tab.go_back()
        expect(headline).to_contain_text("KPU Provinsi Jawa Timur")
        tab.go_back()
        expect(headline).to_contain_text("satker KPU di Jawa Timur")
        expect(tab.get_by_label("Sampai bulan")).to_have_value("6")
        tab.go_forward()
        expect(headline).to_contain_text("Sampai 30 Juni 2026, KPU Provinsi Jawa Timur")
        # All of it without loading the page again.
        assert len(documents) == 1


def test_back_before_a_choice_is_drawn_takes_the_choice_back(public, browser):
    with window(browser) as (tab, _):
        visit(tab, f"{public.url}/?tahun=2026&bulan=9&dana=apbn")
        month = tab.get_by_label("Sampai bulan")
        for _round in range(5):
            month.evaluate(
                "box => { box.value = '6'; box.dispatchEvent(new Event('change', { bubbles: true })); history.back(); }"
            )
            tab.wait_for_url("**bulan=9**")
            expect(tab.locator("h1")).to_contain_text("Sampai 30 September 2026")
            expect(month).to_have_value("9")


def test_the_language_is_kept_from_page_to_page(public, browser):
    with window(browser) as (tab, _):
        visit(tab, f"{public.url}/?tahun=2026&bulan=9&dana=apbn")
        tab.get_by_role("link", name="English").click()
        expect(tab.locator("h1")).to_contain_text("By 30 September 2026")
        expect(tab.locator("html")).to_have_attribute("lang", "en")
        tab.get_by_role("link", name="Openness").click()
        expect(tab.locator("h1")).to_contain_text("For September 2026")
        assert "bahasa=en" in tab.url


def test_the_links_to_copy_open_the_same_view(public, browser):
    with window(browser) as (tab, _):
        visit(tab, f"{public.url}/wilayah?tahun=2026&bulan=6&dana=apbn&kode=35.79")
        wanted = tab.locator("h1").inner_text()
        tab.locator(".sp-share > summary").click()
        texts = [field.input_value() for field in tab.locator(".sp-copy textarea").all()]
        moving, fixed, citation, embed = texts
        assert f"rilis={public.number}" in fixed
        assert "rilis=" not in moving
        assert fixed in citation
        assert re.match(r'<iframe src="http://127\.0\.0\.1:\d+/sematan\?.*halaman=wilayah', embed)
        tab.get_by_role("button", name="Salin").first.click()
        expect(tab.get_by_role("button", name="Tersalin")).to_have_count(1)
        for address in (moving, fixed):
            visit(tab, address)
            assert tab.locator("h1").inner_text() == wanted


def test_an_old_release_says_that_it_is_old(public, browser):
    with window(browser) as (tab, _):
        visit(tab, f"{public.url}/?rilis=1")
        expect(tab.locator("#root .sp-notice")).to_contain_text("Ini rilis lama, nomor 1.")
        tab.get_by_role("link", name="Lihat rilis terbaru").click()
        expect(tab.locator("#root .sp-notice")).to_have_count(0)
        assert "rilis" not in tab.url


@pytest.mark.parametrize(
    "query",
    [
        "kode=99.99",
        "tahun=2019&bulan=13&dana=emas",
        "rilis=999",
        "kode=" + "9" * 4000,
        "jalur=" + quote("<script>document.title='x'</script>"),
        "kode=" + quote('"><img src=x onerror=alert(1)>'),
        "bahasa=xx&tingkat=item&kelompok=semua&urut=acak&jenis=99&klasifikasi=rahasia",
    ],
)
@pytest.mark.parametrize("page", ["", "wilayah", "baris", "keterbukaan", "koreksi"])
def test_a_wrong_address_does_no_harm(public, tab, page, query):
    errors = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    visit(tab, f"{public.url}/{page}?{query}")
    expect(tab.locator("h1")).to_be_visible()
    assert tab.get_by_test_id("stException").count() + tab.get_by_test_id("stAlert").count() == 0
    assert tab.locator("#root img[src=x]").count() == 0
    assert tab.title() != "x"
    assert errors == []


VIEW = {"tahun": "2025", "bulan": "11", "dana": "apbn", "dasar": "awal", "kode": "35.79", "rilis": "5", "bahasa": "en"}


def got(site, address):
    answer = requests.get(site.url + address, timeout=30)
    assert answer.status_code == 200, address
    return answer.text


def links(text):
    """The links of a page to pages: path, query, anchor."""
    found = {urlsplit(html.unescape(href)) for href in re.findall(r'<a [^>]*?href="([^"]*)"', text)}
    return {one for one in found if not one.netloc and one.path.strip("/") in SCREENS}


@pytest.mark.parametrize("page", SCREENS, ids=lambda path: path or "ringkasan")
def test_the_links_from_page_to_page_keep_the_view(public, page):
    query = "&".join(f"{name}={value}" for name, value in VIEW.items())
    nav = re.search('<header class="sp-nav">.*?</nav>', got(public, f"/{page}?{query}"), re.DOTALL)[0]
    kept = {one.path.strip("/"): {name: value for name, [value] in parse_qs(one.query).items()} for one in links(nav)}
    assert set(kept) == set(SCREENS) - {"baris"}
    # Lines are against the revised ceiling, and the links beside them say so.
    view = {name: value for name, value in VIEW.items() if (page, name) != ("baris", "dasar")}
    for path, names in kept.items():
        assert {name: names.get(name) for name in view} == view, path


def test_every_kind_of_link_leads_somewhere_and_every_anchor_is_there(public):
    seen, broken = {}, []
    for page in SCREENS:
        text = got(public, f"/{page}?tahun=2026&bulan=9&dana=apbn" + ("&kode=35.09" if page == "wilayah" else ""))
        for one in links(text):
            path = one.path or f"/{page}"
            names = tuple(sorted(parse_qs(one.query)))
            # One of each kind: the others differ in their codes alone.
            seen.setdefault((path, names if one.path else (), one.fragment), (one, text))
    for (path, _, anchor), (one, own) in seen.items():
        target = got(public, f"{path}?{one.query}") if one.path else own
        if anchor and f' id="{anchor}"' not in target:
            broken.append(f"{path}#{anchor}")
    assert broken == []
