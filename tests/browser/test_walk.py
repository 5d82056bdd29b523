"""Every public page at both widths and in both languages: nothing goes wrong, and the first answer says it all."""

import html
import re

import pytest
import requests
from playwright.sync_api import expect

from budget.wording.language import LANGUAGES
from tests.browser.chromium import visit, window
from tests.browser.seen import FIGURES, HEADLINE
from views.screens import SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("public")]


def address(site, page, language):
    return f"{site.url}/{page}?bahasa={language}"


def answer(site, page, language):
    got = requests.get(address(site, page, language), timeout=20)
    assert got.status_code == 200
    return got.text


@pytest.fixture(scope="module")
def early(public, browser):
    """What a page shows without scripts, by page and language: headline, figures and title; each read once."""
    kept = {}

    def read(page, language):
        if (page, language) not in kept:
            with window(browser, java_script_enabled=False) as (tab, _):
                tab.goto(address(public, page, language))
                expect(tab.locator("#awal .sp-footer")).to_be_visible()
                kept[page, language] = tab.evaluate(HEADLINE), tab.evaluate(FIGURES, "#awal"), tab.title()
        return kept[page, language]

    return read


@pytest.mark.parametrize(
    ("width", "language"),
    [
        (390, "id"),
        pytest.param(390, "en", marks=pytest.mark.thorough),
        pytest.param(1440, "id", marks=pytest.mark.thorough),
        pytest.param(1440, "en", marks=pytest.mark.thorough),
    ],
)
@pytest.mark.parametrize("page", SCREENS, ids=lambda path: path or "ringkasan")
def test_a_page_shows_what_the_first_answer_held(public, browser, early, page, language, width):
    with window(browser, width) as (tab, wrong):
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        visit(tab, address(public, page, language))
        charts = tab.get_by_test_id("stPlotlyChart")
        for number in range(charts.count()):
            expect(charts.nth(number).locator(".main-svg").first).to_be_visible()
        tab.wait_for_load_state("networkidle")
        assert wrong == []
        # Streamlit's two questions are answered by the page itself.
        assert [url for url in asked if "/_stcore/" in url] == []
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        inner, outer = tab.get_by_test_id("stMain").evaluate("main => [main.scrollWidth, main.clientWidth]")
        assert inner == outer
        assert tab.locator("html").get_attribute("lang") == language
        assert tab.locator("h1").count() == 1
        assert tab.get_by_test_id("stException").count() + tab.get_by_test_id("stAlert").count() == 0
        assert (tab.evaluate(HEADLINE), tab.evaluate(FIGURES, "#root"), tab.title()) == early(page, language)


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", SCREENS, ids=lambda path: path or "ringkasan")
def test_the_bytes_of_the_first_answer_hold_the_headline_and_every_figure(public, early, page, language):
    text = answer(public, page, language)
    headline, figures, title = early(page, language)
    words = " ".join(html.unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "", text, flags=re.DOTALL)).split())
    assert f'<html lang="{language}">' in text
    assert html.unescape(re.search("<title>(.*?)</title>", text)[1]) == title
    assert " ".join(headline.split()) in words
    for figure in figures:
        assert f'<data value="{figure["value"]}"' in text
        assert figure["text"] in words
    totals = [figure["value"] for figure in figures if figure["place"] == "sp-totals"]
    # Each total in short and in full.
    assert len(totals) == {"": 6, "wilayah": 8}.get(page, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_its_own_title_and_a_description(public, language):
    texts = [answer(public, page, language) for page in SCREENS]
    titles = [re.search("<title>(.*?)</title>", text)[1].strip() for text in texts]
    assert all(titles)
    assert len(set(titles)) == len(SCREENS)
    for title, text in zip(titles, texts, strict=True):
        [description] = re.findall('<meta name="description" content="(.*?)">', text)
        assert len(description) > 20
        assert f'<meta property="og:title" content="{title}">' in text
        assert f'<meta property="og:description" content="{description}">' in text
