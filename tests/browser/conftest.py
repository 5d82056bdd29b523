"""What the tests of the public pages share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import site as sites
from tests.browser.chromium import launched, window


@pytest.fixture(scope="session")
def public(tmp_path_factory) -> Iterator[sites.Site]:
    """A published site, filled and started once."""
    with sites.published_site(tmp_path_factory.mktemp("public")) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser; of a module, since two at a time cannot be driven."""
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One window, 1440 pixels wide, for tests that only look."""
    with window(browser) as (opened, _):
        yield opened
