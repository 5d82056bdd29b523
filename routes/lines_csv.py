"""Budget lines for scripts: `/data/rilis/N/baris.csv`."""

from collections.abc import Iterator

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.lines_table import lines_table
from budget.reference import Reference
from budget.to_csv import to_csv
from budget.view import View
from routes.csv_answer import csv_answer
from store.database import Database
from store.read_headings import read_headings
from store.read_lines import read_lines
from store.release_units import release_units
from store.releases import find_release


class LinesCsvRoute(Route):
    """The budget lines of one release down to akun; the same address gives the same bytes for ever.

    Query, all optional: `tahun`, `bulan`, `satker` (six digits), `dana` (`apbn` or `hibah`).

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/rilis/{number:int}/baris.csv", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        query = dict(request.query_params)
        try:
            tahun, bulan = (int(query[name]) if name in query else None for name in ("tahun", "bulan"))
        except ValueError:
            return PlainTextResponse("tahun dan bulan harus bilangan bulat.\n", status_code=400)
        if query.get("dana", "apbn") not in View.DANA:
            return PlainTextResponse("dana harus apbn atau hibah.\n", status_code=400)
        if await anyio.to_thread.run_sync(find_release, self._database, number) is None:
            return PlainTextResponse(f"Rilis {number} tidak ada.\n", status_code=404)
        parts = self._parts(number, tahun, bulan, query.get("satker"), query.get("dana"))
        return csv_answer(parts, f"serapan-rilis-{number}-baris.csv")

    def _parts(
        self, number: int, tahun: int | None, bulan: int | None, satker: str | None, dana: str | None
    ) -> Iterator[str]:
        """The text unit by unit, so that a whole country needs no more memory than its largest unit."""
        reference = Reference.load()
        header = True
        for kode_satker in [satker] if satker else release_units(self._database, number):
            lines = read_lines(self._database, number, kode_satker=kode_satker, tahun=tahun, bulan=bulan)
            if dana:
                lines = lines[lines["sumber_dana"].map(View(0, 0, dana).covers).astype(bool)]
            if lines.empty and not header:
                continue
            headings = read_headings(self._database, lines["draft_id"].unique().tolist())
            yield to_csv(lines_table(lines, headings, reference), header=header)
            header = False
