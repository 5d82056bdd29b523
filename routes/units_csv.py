"""What a page shows of each unit, for scripts: `/data/rilis/N/satker.csv`."""

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.draw_picture import draw_picture
from budget.province import PROVINCE, PROVINCE_NAME
from budget.reference import Reference
from budget.to_csv import to_csv
from budget.units_table import units_table
from budget.view import View
from routes.csv_answer import csv_answer
from store.database import Database
from store.read_cube import read_cube
from store.releases import find_release


class UnitsCsvRoute(Route):
    """The table of units of one view of one release; the same address gives the same bytes for ever.

    Query: `tahun`, `bulan`, `dana` (`apbn` or `hibah`); all are needed.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/data/rilis/{number:int}/satker.csv", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        number: int = request.path_params["number"]
        try:
            view = View.asked(request.query_params)
        except ValueError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)
        text = await anyio.to_thread.run_sync(self._text, number, view)
        if text is None:
            return PlainTextResponse(f"Rilis {number} tidak ada.\n", status_code=404)
        return csv_answer(iter([text]), f"serapan-rilis-{number}-satker-{view.tahun}-{view.bulan:02d}-{view.dana}.csv")

    def _text(self, number: int, view: View) -> str | None:
        if find_release(self._database, number) is None:
            return None
        reference = Reference.load()
        cube = read_cube(self._database, number)
        picture = draw_picture(cube, reference.in_province(PROVINCE), view, name=PROVINCE_NAME)
        return to_csv(units_table(picture, reference))
