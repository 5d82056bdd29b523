"""What outsiders keep of the releases: `/data/rilis/N/titik-periksa.txt`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from routes.download import FOR_EVER
from store.checkpoint import checkpoint
from store.database import Database
from store.releases import all_releases


class CheckpointsRoute(Route):
    """The checkpoint of each release up to one, a line each, oldest first; `manage.py verify --checkpoint` takes it.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/rilis/{number:int}/titik-periksa.txt", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        releases = await anyio.to_thread.run_sync(all_releases, self._database)
        lines = [f"{checkpoint(one)}\n" for one in reversed(releases) if one.number <= number]
        if number != len(lines) or not lines:
            return PlainTextResponse(f"Rilis {number} tidak ada.\n", status_code=404)
        headers = {"cache-control": FOR_EVER, "access-control-allow-origin": "*"}
        return PlainTextResponse("".join(lines), headers=headers)
