"""The catalogue: `/data/dcat.json`."""

import json

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from routes.catalogue import catalogue
from routes.origin import origin
from store.database import Database
from views.published import published


class CatalogueRoute(Route):
    """The tables of the newest release, for catalogues of open data.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/dcat.json", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        shown = await anyio.to_thread.run_sync(published, self._database)
        if shown is None:
            return PlainTextResponse("Belum ada rilis.\n", status_code=404, headers={"cache-control": "no-store"})
        text = json.dumps(catalogue(shown, origin(request)), ensure_ascii=False, indent=1)
        headers = {"cache-control": "no-cache", "access-control-allow-origin": "*"}
        return Response(text, media_type="application/ld+json", headers=headers)
