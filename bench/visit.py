"""One page load."""

import time
from dataclasses import dataclass
from typing import Literal

from bench.fetch import fetch
from bench.page import Page
from bench.session import session

Part = Literal["all", "first answer", "the rest"]
"""What of a page load is done."""


@dataclass(frozen=True)
class Visit:
    """What one load took and brought.

    Attributes:
        seconds: From the first connection until everything is here.
        first: Seconds of it until the first answer was here.
        size: Bytes of bodies and messages.
    """

    seconds: float
    first: float
    size: int


async def visit(port: int, page: Page, part: Part = "all") -> Visit:
    """Loads a page as a new viewer does.

    Raises:
        RuntimeError: An answer or the script failed, or the text that the page should hold is not there.
        TimeoutError: The session's page was not there in time.
    """
    addresses = {"all": page.addresses, "first answer": page.addresses[:1], "the rest": page.addresses[1:]}[part]
    began = time.perf_counter()
    size, first, texts = 0, 0.0, []
    async for length, text in fetch(port, *addresses):
        first = first or time.perf_counter() - began
        size += length
        texts.append(text)
    if part == "all" and not any(page.expected in text for text in texts):
        raise RuntimeError(f"{page.addresses} do not hold {page.expected!r}")
    if part == "first answer" or page.session is None:
        return Visit(time.perf_counter() - began, first, size)
    async with session(port, *page.session) as more:
        return Visit(time.perf_counter() - began, first, size + more)
