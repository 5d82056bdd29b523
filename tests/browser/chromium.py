"""A real browser for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Request, Response, expect, sync_playwright

# Two cores run the server, the browser and a reading process side by side.
expect.set_options(timeout=45_000)

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_OWN = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


@contextmanager
def launched() -> Iterator[Browser]:
    """Starts Debian's Chromium, for many windows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS.split())
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, width: int = 1440, **context: object) -> Iterator[tuple[Page, list[str]]]:
    """Opens a window with a fresh profile.

    Args:
        browser: As `launched` gives it.
        width: Of the window in CSS pixels.
        **context: What Playwright's `new_context` takes, e.g. `color_scheme="dark"`.

    Yields:
        The page, and a list that fills with what goes wrong: console errors and warnings, failed requests and
        requests to another host.
    """
    wrong: list[str] = []
    settings = {"viewport": {"width": width, "height": 900}, "locale": "id-ID", **context}
    opened = browser.new_context(**settings)
    page = opened.new_page()
    page.set_default_timeout(45_000)
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.extend(_elsewhere(request)))
    page.on("requestfailed", lambda request: wrong.extend(_failed(request)))
    page.on("response", lambda response: wrong.extend(_refused(response)))
    try:
        yield page, wrong
    finally:
        opened.close()


@contextmanager
def chromium(width: int = 1440) -> Iterator[tuple[Page, list[str]]]:
    """A browser for one window, which it yields like `window`."""
    with launched() as browser, window(browser, width) as pair:
        yield pair


def visit(page: Page, address: str) -> None:
    """Opens a public page and waits until Streamlit's drawing has taken the place of what the server sent."""
    page.goto(address)
    expect(page.locator(".sp-footer, .sp-headline").first).to_be_visible()
    expect(page.locator("#awal")).to_have_count(0)


def _elsewhere(request: Request) -> list[str]:
    return [] if request.url.startswith(_OWN) else [f"request to {request.url}"]


def _refused(response: Response) -> list[str]:
    return [f"{response.status}: {response.url}"] if response.status >= 400 else []


def _failed(request: Request) -> list[str]:
    # What a reader leaves behind by going on to another page is aborted; that is no fault.
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.failure}: {request.url}"]
