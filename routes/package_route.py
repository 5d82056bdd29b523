"""A release as one file: `/data/rilis/N/paket.zip`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from routes.download import download
from routes.origin import origin
from routes.write_package import write_package
from store.database import Database
from views.published import published


class PackageRoute(Route):
    """A release as a zip that explains itself; it stays the same for ever.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/rilis/{number:int}/paket.zip", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        shown = await anyio.to_thread.run_sync(published, self._database, number)
        if shown is None:
            return PlainTextResponse(f"Rilis {number} tidak ada.\n", status_code=404)
        parts = write_package(shown, origin(request))
        return await download(request, parts, name=f"serapan-rilis-{number}.zip", media_type="application/zip")
