"""Looking at one address in one language."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from budget.wording.language import in_language
from tests.browser.chromium import visit


@contextmanager
def looking(page: Page, address: str, language: str) -> Iterator[None]:
    """Opens an address that has a query, in a language; within the block words are in that language too."""
    visit(page, f"{address}&bahasa={language}")
    with in_language(language):
        yield
