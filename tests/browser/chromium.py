"""A real browser for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect, sync_playwright

# Two cores run the server, the browser and a reading process side by side.
expect.set_options(timeout=45_000)

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@contextmanager
def chromium(width: int = 1440) -> Iterator[tuple[Page, list[str]]]:
    """Opens Debian's Chromium with a fresh profile.

    Yields:
        The page, and a list that fills with what goes wrong: console errors, failed requests and requests
        to another host.
    """
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS.split())
        page = browser.new_page(viewport={"width": width, "height": 900}, locale="id-ID")
        page.set_default_timeout(45_000)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
                else wrong.append(f"request to {request.url}")
            ),
        )
        try:
            yield page, wrong
        finally:
            browser.close()


def visit(page: Page, address: str) -> None:
    """Opens a public page and waits until Streamlit's drawing has taken the place of what the server sent."""
    page.goto(address)
    expect(page.locator(".sp-footer, .sp-headline").first).to_be_visible()
    expect(page.locator("#awal")).to_have_count(0)
