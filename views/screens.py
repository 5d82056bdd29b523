"""The public pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from budget.wording.language import in_language
from store.database import Database
from views.asked import Asked
from views.bandingkan import bandingkan
from views.baris import baris
from views.data import data
from views.judged_on import judged_on
from views.keterbukaan import keterbukaan
from views.koreksi import koreksi
from views.metodologi import metodologi
from views.nothing import nothing
from views.published import Published, published
from views.ringkasan import ringkasan
from views.screen import Screen
from views.wilayah import wilayah

SCREENS: Final[Mapping[str, Callable[[Published, Asked], Screen]]] = {
    "": ringkasan,
    "wilayah": wilayah,
    "bandingkan": bandingkan,
    "keterbukaan": keterbukaan,
    "data": data,
    "koreksi": koreksi,
    "metodologi": metodologi,
    "baris": baris,
}
"""What draws a page, by its path."""


def find_screen(
    database: Database, page: str, query: Mapping[str, str], *, origin: str, theme: str = "light"
) -> tuple[Screen, Asked | None]:
    """The page that an address asks for, made once per release and view.

    Args:
        database: Where releases are.
        page: A path of `SCREENS`.
        query: The address's query.
        origin: Scheme and host under which we are known.
        theme: `light` or `dark`, for charts.

    Returns:
        The page and what was asked, None in place of the latter while nothing is published.
    """
    shown = published(database, _number(query.get("rilis"))) or published(database)
    if shown is None or not shown.periods:
        return nothing(query.get("bahasa")), None
    hari = judged_on(shown).isoformat() if page == "keterbukaan" else ""
    asked = Asked.of(page, query, shown, origin=origin, theme=theme, hari=hari)
    return _made(shown, asked), asked


@lru_cache(maxsize=400)
def _made(shown: Published, asked: Asked) -> Screen:
    with in_language(asked.bahasa):
        return replace(SCREENS[asked.page](shown, asked), language=asked.bahasa)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= 6 else None
