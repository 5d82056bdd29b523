"""What a browser gets for the address of a page."""

import gzip
from functools import lru_cache

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from routes.gzipped_html import gzipped_html
from routes.origin import origin
from routes.page_shell import PageShell
from store.database import Database
from views.published import moment
from views.screen import Chart, Screen
from views.screens import find_screen
from views.static_html import static_html


class PageRoute(Route):
    """A public page as HTML that can be read at once; Streamlit's program in it draws the rest.

    An address without a route gets Streamlit's own file, which works too.

    Args:
        database: Where releases are.
        page: A path of `views.screens.SCREENS`.
        shell: Of all pages.
    """

    def __init__(self, database: Database, page: str, shell: PageShell) -> None:
        super().__init__(f"/{page}", self._answer, methods=["GET"])
        self._database = database
        self._page = page
        self._shell = shell
        self._bodies = lru_cache(maxsize=100)(self._body)
        self._moment = moment(database)
        self._answers: dict[tuple[bytes, str], bytes] = {}

    async def _answer(self, request: Request) -> Response:
        now = moment(self._database)
        if now != self._moment:
            self._moment, self._answers = now, {}
        asked, answers = (request.scope["query_string"], origin(request)), self._answers
        body = answers.get(asked)
        if body is None:
            body = await anyio.to_thread.run_sync(self._find, dict(request.query_params), asked[1])
            answers[asked] = body
        return gzipped_html(request, body)

    def _find(self, query: dict[str, str], own: str) -> bytes:
        return self._bodies(find_screen(self._database, self._page, query, origin=own)[0])

    def _body(self, screen: Screen) -> bytes:
        text = self._shell.page(
            title=screen.title,
            description=screen.description,
            language=screen.language,
            body=static_html(screen),
            charts=any(isinstance(part, Chart) for part in screen.parts),
        )
        return gzip.compress(text.encode(), compresslevel=6, mtime=0)
