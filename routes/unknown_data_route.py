"""Addresses of data that are none."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


class UnknownDataRoute(Route):
    """Says so under `/data/…` where no other route answers: a script must not get a page for a table."""

    def __init__(self) -> None:
        super().__init__("/data/{path:path}", self._answer, methods=["GET"])

    async def _answer(self, _request: Request) -> Response:
        words = "Alamat ini tidak ada. Semua unduhan dan alamatnya ada di halaman /data.\n"
        return PlainTextResponse(words, status_code=404, headers={"cache-control": "no-store"})
