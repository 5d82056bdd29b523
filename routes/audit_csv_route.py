"""The audit chain for those who check it: `/jejak.csv`."""

from datetime import UTC, datetime

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from budget.to_csv import to_csv
from routes.session_cookie import session_token
from store.audit_table import audit_table
from store.database import Database
from store.refused import Refused
from store.sessions import find_session
from store.signed_in import SignedIn


class AuditCsvRoute(Route):
    """The whole chain, oldest first, for whoever may see it; asked of the database at every download.

    Args:
        database: Where the chain and sessions are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/jejak.csv", self._answer, methods=["GET"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        token = session_token(request)
        person = None
        if token is not None:
            person = await anyio.to_thread.run_sync(find_session, self._database, token, datetime.now(UTC))
        headers = {"cache-control": "no-store"}
        if person is None or not person.ready:
            return RedirectResponse("/masuk?next=/jejak", status_code=303, headers=headers)
        try:
            text = await anyio.to_thread.run_sync(self._text, person)
        except Refused as refusal:
            words = f"{refusal.issue.message} {refusal.issue.remedy}\n"
            return PlainTextResponse(words, status_code=403, headers=headers)
        headers["content-disposition"] = 'attachment; filename="serapan-jejak-audit.csv"'
        return Response(text, media_type="text/csv", headers=headers)

    def _text(self, person: SignedIn) -> str:
        return to_csv(audit_table(self._database, person))
