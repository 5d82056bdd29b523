"""A view within the page of another site: `/sematan`."""

from functools import lru_cache

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from budget.wording.language import in_language
from routes.embedded import Embedded
from routes.gzipped_html import gzipped_html
from routes.origin import origin
from store.database import Database
from views.asked import Asked
from views.embedded_pages import EMBEDDED_PAGES
from views.nothing import nothing
from views.published import Published, published
from views.sematan import sematan


class EmbedRoute(Route):
    """A page without scripts that other sites may frame.

    Query: that of the page whose view it is, and `halaman`, its path.

    Args:
        database: Where releases are.
        style: Style sheet of the pages.
    """

    def __init__(self, database: Database, style: str) -> None:
        super().__init__("/sematan", self._answer, methods=["GET"])
        self._database = database
        self._style = style
        self._made = lru_cache(maxsize=100)(self._make)

    async def _answer(self, request: Request) -> Response:
        page = await anyio.to_thread.run_sync(self._find, dict(request.query_params), origin(request))
        return gzipped_html(request, page.body, content_security_policy=page.policy)

    def _find(self, query: dict[str, str], own: str) -> Embedded:
        number = query.get("rilis", "")
        shown = published(self._database, int(number)) if number.isdecimal() and len(number) <= 6 else None
        shown = shown or published(self._database)
        if shown is None or not shown.periods:
            empty = nothing(query.get("bahasa"))
            return Embedded.of(empty, empty.language, self._style)
        page = query.get("halaman", "")
        return self._made(shown, Asked.of(page if page in EMBEDDED_PAGES else "", query, shown, origin=own))

    def _make(self, shown: Published, asked: Asked) -> Embedded:
        with in_language(asked.bahasa):
            return Embedded.of(sematan(shown, asked), asked.bahasa, self._style)
