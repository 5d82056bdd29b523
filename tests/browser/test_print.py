"""A region's page on paper."""

import re

import pytest
from playwright.sync_api import expect

from charts.palette import DARK, LIGHT
from tests.browser.chromium import visit, window
from tests.browser.test_look import rgb

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public")]
# A4 less the margins of the style sheet, at 96 pixels to the inch.
PAPER = 680
SHOWN = "e => e.getClientRects().length > 0"


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.fixture
def tab(public, browser):
    """The page of Surabaya, drawn on a dark screen of 1440 px, its tree open to the kegiatan."""
    with window(browser, color_scheme="dark") as (opened, wrong):
        visit(opened, f"{public.url}/wilayah?kode=35.78&tingkat=kegiatan")
        expect(opened.locator(".main-svg").first).to_be_visible()
        yield opened
        assert wrong == []


def test_paper_is_light_and_leaves_out_what_only_a_screen_can_do(public, tab):
    tab.emulate_media(media="print", color_scheme="dark")
    for left_out in (".sp-nav nav", ".sp-languages", ".sp-filters", ".sp-share", ".sp-twin", ".modebar-container"):
        assert not tab.locator(left_out).first.evaluate(SHOWN), left_out
    assert tab.locator(".sp-source:not([open])").evaluate_all("all => all.every(e => !e.getClientRects().length)")
    expect(tab.locator(".sp-sample")).to_be_visible()
    expect(tab.locator(".sp-headline")).to_have_css("color", rgb(LIGHT.ink))
    expect(tab.locator("body")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    # The chart was drawn for the dark screen.
    assert rgb(DARK.paper) in tab.locator(".main-svg").first.get_attribute("style")
    expect(tab.locator(".svg-container").first).to_have_css("filter", "invert(1) hue-rotate(180deg)")
    expect(tab.locator(".main-svg").first).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    printed = tab.locator(".sp-printed")
    expect(printed).to_be_visible()
    expect(printed).to_contain_text("KPU Kota Surabaya s.d. September 2026")
    expect(printed).to_contain_text(f"Rilis {public.number}, terbit")
    expect(printed).to_contain_text(re.compile(rf"{public.url}/wilayah\?\S*rilis={public.number}\S*tingkat=kegiatan"))


def test_a_light_chart_stays_as_it_is(public, browser):
    with window(browser, color_scheme="light") as (opened, _):
        visit(opened, f"{public.url}/wilayah?kode=35.78")
        expect(opened.locator(".main-svg").first).to_be_visible()
        opened.emulate_media(media="print")
        expect(opened.locator(".svg-container").first).to_have_css("filter", "none")
        opened.emulate_media(media="screen")
        expect(opened.locator(".sp-printed")).to_be_hidden()


def test_nothing_is_cut_off(tab):
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": PAPER, "height": 900})
    main = tab.get_by_test_id("stMain")
    assert main.evaluate("e => [e.scrollHeight - e.clientHeight, getComputedStyle(e).overflowY]") == [0, "visible"]
    height = tab.evaluate("document.documentElement.scrollHeight")
    assert height > 1500
    assert tab.locator(".sp-footer").evaluate("e => e.getBoundingClientRect().bottom + scrollY") <= height
    assert tab.evaluate("document.documentElement.scrollWidth") == PAPER
    chart = tab.get_by_test_id("stPlotlyChart").first
    expect(chart).to_have_css("break-inside", "avoid")
    assert chart.evaluate("e => e.querySelector('.main-svg').getBoundingClientRect().right") <= PAPER
    title = tab.get_by_test_id("stElementContainer").filter(has=tab.locator("h2", has_text="Laju belanja"))
    expect(title).to_have_css("break-after", "avoid")


def test_the_tree_is_printed_to_the_level_that_was_chosen(tab):
    tab.emulate_media(media="print")
    assert tab.locator(".sp-level-kegiatan > summary").evaluate_all(f"all => all.every({SHOWN})")
    assert not tab.locator(".sp-level-kro > summary").first.evaluate(SHOWN)


def test_it_becomes_a_document_of_a_few_pages(tab):
    shallow = tab.pdf(prefer_css_page_size=True)
    assert shallow.startswith(b"%PDF")
    assert 2 <= pages(shallow) <= 4
    size = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", shallow)
    assert [round(float(side)) for side in size.groups()] == [595, 842]
