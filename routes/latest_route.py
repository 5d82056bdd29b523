"""The newest release for scripts that follow it: `/data/rilis/terbaru/satker.csv`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from store.database import Database
from store.releases import latest_release


class LatestRoute(Route):
    """Leads from `/data/rilis/terbaru/…` to the same file, with the same query, of the newest release.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/rilis/terbaru/{file}", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        newest = await anyio.to_thread.run_sync(latest_release, self._database)
        headers = {"cache-control": "no-store", "access-control-allow-origin": "*"}
        if newest is None:
            return PlainTextResponse("Belum ada rilis.\n", status_code=404, headers=headers)
        target = f"/data/rilis/{newest.number}/{request.path_params['file']}"
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(target + query, status_code=307, headers=headers)
