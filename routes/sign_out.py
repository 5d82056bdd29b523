"""Signing out: `/keluar`."""

from datetime import UTC, datetime

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from routes.form import FormRefused, read_form
from routes.form_page import form_page
from routes.session_cookie import drop_session_token, session_token
from store.database import Database
from store.sessions import end_all_sessions, end_session, find_session


class SignOutRoute(Route):
    """GET asks, POST ends the session, or every session of the account; a mere link must not sign anyone out.

    Args:
        database: Where sessions are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/keluar", self._answer, methods=["GET", "POST"])
        self._database = database

    async def _answer(self, request: Request) -> Response:
        token = session_token(request)
        if token is None:
            return RedirectResponse("/", status_code=303)
        now = datetime.now(UTC)
        signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, now)
        if signed_in is None:
            response: Response = RedirectResponse("/", status_code=303)
            drop_session_token(request, response)
            return response
        if request.method != "POST":
            return form_page(request, "sign_out.html", error="", name=signed_in.name)
        try:
            fields = await read_form(request)
        except FormRefused as refused:
            return form_page(
                request, "sign_out.html", status=refused.status, error=refused.message, name=signed_in.name
            )
        end = end_all_sessions if fields.get("semua") else end_session
        await anyio.to_thread.run_sync(end, self._database, token, now)
        response = RedirectResponse("/", status_code=303)
        drop_session_token(request, response)
        return response
