"""The ledger under an address that follows it: `/koreksi.csv`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from routes.changes_of_release import changes_of_release
from routes.download import download
from routes.table_format import TABLE_FORMATS
from store.database import Database
from store.releases import latest_release


class ChangesCsvRoute(Route):
    """All that releases replaced, newest first; `/data/rilis/N/koreksi.csv` is the same of one release for ever.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/koreksi.csv", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        newest = await anyio.to_thread.run_sync(latest_release, self._database)
        if newest is None:
            return PlainTextResponse("Belum ada rilis.\n", status_code=404, headers={"cache-control": "no-store"})
        table = await anyio.to_thread.run_sync(changes_of_release, self._database, newest.number)
        form = TABLE_FORMATS["csv"]
        name = f"serapan-rilis-{newest.number}-koreksi.csv"
        return await download(request, form.write([table]), name=name, media_type=form.media_type, cache="no-cache")
