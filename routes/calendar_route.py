"""Due dates as a feed: `/kalender.ics`."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from budget.due_dates import due_dates
from budget.report_state import ReportState
from budget.satker import Satker
from budget.scope import Scope
from budget.unit_reports import unit_reports
from budget.wib_date import wib_date
from budget.wording.language import LANGUAGES, in_language
from routes.origin import origin
from store.database import Database
from views.calendar_feed import calendar_feed
from views.report_history import report_history

_REPORTED: Final = frozenset({ReportState.TEPAT_WAKTU, ReportState.TERLAMBAT})


class CalendarRoute(Route):
    """By when each month has to be reported, in Indonesian or, with `bahasa=en`, in English.

    With `satker=KODE` the months are left out for which that unit has public figures: what is left is still to be done.

    Args:
        database: Where releases are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/kalender.ics", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        query = request.query_params
        headers = {"cache-control": "no-cache", "access-control-allow-origin": "*"}
        units = {unit.kode_satker: unit for unit in Scope.current().units()}
        if "satker" in query and query["satker"] not in units:
            words = f"Satker {query['satker']!r} tidak ada di sini. Tulis kode satker enam angka, misalnya 657942.\n"
            return PlainTextResponse(words, status_code=404, headers=headers)
        unit = units.get(query.get("satker", ""))
        content = await anyio.to_thread.run_sync(self._content, unit, query, origin(request))
        return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)

    def _content(self, unit: Satker | None, query: Mapping[str, str], own: str) -> bytes:
        now = datetime.now(UTC)
        asked = query.get("bahasa", "")
        with in_language(asked if asked in LANGUAGES else LANGUAGES[0]):
            return calendar_feed(unit, self._reported(unit, now), origin=own, made=now)

    def _reported(self, unit: Satker | None, now: datetime) -> set[tuple[int, int]]:
        if unit is None:
            return set()
        reports = unit_reports(report_history(self._database), unit, wib_date(now.isoformat()), due_dates())
        return {(one.tahun, one.cell.bulan) for one in reports if one.cell.state in _REPORTED}
