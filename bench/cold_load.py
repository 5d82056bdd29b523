"""One cold load of a page in a real browser."""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_SCRIPT = (Path(__file__).parent / "first_view.js").read_text("utf-8")
_MEGABIT = 10**6 / 8
_WITHIN_MS = 60_000
_SETTLES_MS = 1_500


@dataclass(frozen=True)
class ColdLoad:
    """What one cold load took; times in seconds from the navigation.

    Attributes:
        sentence: Until the page's sentence was painted.
        largest: Until the largest contentful paint (so far, 1.5 s after the chart).
        chart: Until a Plotly chart had its lines.
        megabytes: All that came, headers and websocket messages included.
        shift: Cumulative layout shift.
        errors: Console errors, failed requests and requests to another host.
    """

    sentence: float
    largest: float
    chart: float
    megabytes: float
    shift: float
    errors: tuple[str, ...]


def cold_load(url: str, headline: str, megabits: float, latency: float, *, width: int) -> ColdLoad:
    """Opens a page in a new Chromium with an empty cache, over a network that is made slow.

    Args:
        url: Of a server on this machine.
        headline: CSS selector of the sentence.
        megabits: Per second, either way.
        latency: Milliseconds, added to each answer.
        width: Of the window, pixels.

    Raises:
        playwright.sync_api.TimeoutError: Sentence or chart was not there after a minute.
    """
    errors: list[str] = []
    sizes: list[int] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS.split())
        try:
            page = browser.new_page(viewport={"width": width, "height": 900}, locale="id-ID")
            page.add_init_script(_SCRIPT.replace("HEADLINE", repr(headline)))
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("requestfailed", lambda request: errors.append(f"failed: {request.url}"))
            page.on("request", lambda request: errors.extend(_elsewhere(request.url)))
            _slow(page.context.new_cdp_session(page), megabits, latency, sizes)
            page.goto(url, wait_until="commit")
            page.wait_for_function("firstView.sentence < Infinity && firstView.chart < Infinity", timeout=_WITHIN_MS)
            page.wait_for_timeout(_SETTLES_MS)
            seen: dict[str, float] = page.evaluate("firstView")
        finally:
            browser.close()
    sentence, largest, chart = (seen[name] / 1e3 for name in ("sentence", "largest", "chart"))
    return ColdLoad(sentence, largest, chart, sum(sizes) / 1e6, seen["shift"], tuple(errors))


def _slow(network: CDPSession, megabits: float, latency: float, sizes: list[int]) -> None:
    def message(event: dict[str, Any]) -> None:
        frame = event["response"]
        binary = frame["opcode"] == 2
        sizes.append(len(base64.b64decode(frame["payloadData"]) if binary else frame["payloadData"].encode()))

    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    network.on("Network.webSocketFrameReceived", message)
    network.send("Network.enable")
    speed = megabits * _MEGABIT
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed},
    )


def _elsewhere(url: str) -> list[str]:
    ours = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    return [] if url.startswith(ours) else [f"request to {url}"]
