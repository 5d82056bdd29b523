"""The ledger as a feed: `/koreksi.atom`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.wording.language import in_language
from routes.origin import origin
from store.database import Database
from views.asked import Asked
from views.corrections_feed import corrections_feed
from views.published import published


class CorrectionsFeedRoute(Route):
    """The newest replacements as Atom, in Indonesian or, with `bahasa=en`, in English.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/koreksi.atom", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        text = await anyio.to_thread.run_sync(self._text, dict(request.query_params), origin(request))
        if text is None:
            return PlainTextResponse("Belum ada rilis.\n", status_code=404, headers={"cache-control": "no-store"})
        headers = {"cache-control": "no-cache", "access-control-allow-origin": "*"}
        return Response(text, media_type="application/atom+xml", headers=headers)

    def _text(self, query: dict[str, str], own: str) -> str | None:
        shown = published(self._database)
        if shown is None or not shown.periods:
            return None
        asked = Asked.of("koreksi", {"bahasa": query.get("bahasa", "")}, shown, origin=own)
        with in_language(asked.bahasa):
            return corrections_feed(shown, asked)
