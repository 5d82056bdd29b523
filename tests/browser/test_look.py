"""The look as browsers compute it: theme, fonts, focus, what can be pressed, and what moves."""

import pytest
from playwright.sync_api import expect

from charts.palette import PALETTES
from tests.browser.chromium import visit, window
from views.font import Font
from views.screens import SCREENS

pytestmark = [pytest.mark.browser, pytest.mark.thorough, pytest.mark.xdist_group("public")]
REGION = "/wilayah?kode=35.78"

PRESSED = """
() => {
  const controls = [...document.querySelectorAll(
    ".stHtml :is(a[href], button, summary, select, input:not([type=hidden])), .modebar-btn"
  )].filter((one) => one.getClientRects().length && !one.matches(".sp-skip"));
  const boxes = controls.map((one) => one.getBoundingClientRect());
  const small = (box) => box.width < 24 || box.height < 24;
  const centre = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const near = ([x, y], box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
  const inText = (one) => one.matches("a") && getComputedStyle(one).display === "inline" && one.closest("p, li, dd");
  return controls.filter((one, at) => small(boxes[at]) && !inText(one) && boxes.some((other, place) => place !== at && (
    near(centre(boxes[at]), other) ||
    (small(other) && Math.hypot(...centre(boxes[at]).map((part, axis) => part - centre(other)[axis])) < 24)
  ))).map((one) => one.outerHTML);
}
"""
"""What is too small to be pressed and too near to something else (WCAG 2.2, 2.5.8, with its exceptions)."""

SHIFTS = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def rgb(color):
    return f"rgb({', '.join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize("theme", PALETTES)
def test_streamlit_pages_and_charts_follow_the_readers_system(public, browser, theme):
    palette = PALETTES[theme]
    with window(browser, color_scheme=theme) as (tab, wrong):
        visit(tab, public.url + REGION)
        chart = tab.locator(".main-svg").first
        expect(chart).to_be_visible()
        expect(chart).to_have_css("background-color", rgb(palette.paper))
        expect(tab.get_by_test_id("stApp")).to_have_css("background-color", rgb(palette.paper))
        expect(tab.locator(".sp-headline")).to_have_css("color", rgb(palette.ink))
        expect(tab.locator(".sp-headline em")).to_have_css("color", rgb(palette.accent))
        select = tab.locator(".sp-choice select").first
        expect(select).to_have_css("background-color", rgb(palette.card))
        expect(select).to_have_css("border-top-color", rgb(palette.edge))
        assert wrong == []


def test_two_small_fonts_are_all_that_a_page_fetches(public, browser):
    fetched = []
    with window(browser) as (tab, wrong):
        tab.on("request", lambda request: fetched.append(request.url) if "woff" in request.url else None)
        visit(tab, public.url + REGION)
        expect(tab.locator(".main-svg").first).to_be_visible()
        tab.wait_for_load_state("networkidle")
        assert sorted(fetched) == sorted(public.url + font.address for font in Font.all())
        used = '([family, of]) => getComputedStyle(document.querySelector(of)).fontFamily.startsWith(`"${family}"`)'
        for family, of in (("Serapan Serif", ".sp-headline"), ("Serapan Sans", ".sp-note")):
            assert tab.evaluate(used, [family, of])
            assert tab.evaluate("family => document.fonts.check(`600 16px '${family}'`)", family)
        assert wrong == []
    assert sum(len(font.content) for font in Font.all()) < 45_000


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("page", ["/", REGION])
def test_nothing_moves_while_a_page_comes(public, browser, page, width):
    with window(browser, width) as (tab, _):
        tab.add_init_script(SHIFTS)
        visit(tab, public.url + page)
        expect(tab.locator(".main-svg").first).to_be_visible()
        tab.wait_for_timeout(500)
        # 0.1 is what Core Web Vitals call good.
        assert tab.evaluate("window.moved") < 0.05


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("page", SCREENS, ids=lambda path: path or "ringkasan")
def test_what_can_be_pressed_is_large_enough_or_stands_alone(public, browser, page, width):
    with window(browser, width) as (tab, _):
        visit(tab, f"{public.url}/{page}")
        assert tab.evaluate(PRESSED) == []


@pytest.mark.parametrize("theme", PALETTES)
def test_the_keyboard_finds_the_contents_and_sees_where_it_is(public, browser, theme):
    line = f"{rgb(PALETTES[theme].accent)} solid 3px"
    with window(browser, 390, color_scheme=theme) as (tab, _):
        visit(tab, public.url + REGION)
        focused = tab.locator(":focus")
        tab.keyboard.press("Tab")
        # Streamlit lets the keyboard scroll its main part.
        expect(focused).to_have_attribute("data-testid", "stMain")
        expect(focused).to_have_css("outline", line)
        tab.keyboard.press("Tab")
        expect(focused).to_have_text("Langsung ke isi")
        expect(focused).to_be_in_viewport()
        tab.keyboard.press("Enter")
        expect(focused).to_have_attribute("id", "isi")
        expect(focused).to_be_in_viewport()
        tab.keyboard.press("Tab")
        expect(focused).to_have_class("sp-figure")
        expect(focused).to_have_css("outline", line)


def test_a_chart_is_saved_from_the_keyboard(public, browser):
    with window(browser, color_scheme="dark") as (tab, wrong):
        visit(tab, public.url + REGION)
        button = tab.locator(".modebar-btn")
        expect(button).to_have_accessible_name("Simpan grafik sebagai gambar (PNG)")
        tab.locator(".sp-bullets a").last.focus()
        tab.keyboard.press("Tab")
        expect(button).to_be_focused()
        expect(button).to_have_css("outline", f"{rgb(PALETTES['dark'].accent)} solid 3px")
        with tab.expect_download() as saved:
            tab.keyboard.press("Enter")
        assert saved.value.suggested_filename == "serapan-35.78-2026-09-apbn.png"
        assert saved.value.path().read_bytes().startswith(b"\x89PNG")
        assert wrong == []
