"""Whether this server can show anything: `/sehat`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from store.database import Database
from store.readable_release_number import readable_release_number


class HealthRoute(Route):
    """200 `ok N` with the number of the newest release (0: none), 503 where the database cannot be read.

    Args:
        database: The one that pages read.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/sehat", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, _request: Request) -> Response:
        number = await anyio.to_thread.run_sync(readable_release_number, self._database)
        headers = {"cache-control": "no-store"}
        if number is None:
            return PlainTextResponse("Basis data tidak dapat dibaca.\n", status_code=503, headers=headers)
        return PlainTextResponse(f"ok {number}\n", headers=headers)
