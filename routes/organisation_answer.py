"""Coming back from the provider of organisation accounts: `/oauth2callback`."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

import anyio
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from routes.client import client_address
from routes.form_page import form_page
from routes.local_path import local_path
from routes.next_step import next_step
from routes.session_cookie import set_session_token
from routes.sign_in_form import sign_in_form
from routes.throttle import Throttle
from store.database import Database
from store.record_failure import record_failure
from store.refused import Refused
from store.sessions import find_session
from store.sign_in_vouched import sign_in_vouched
from store.vouched import Vouched

_AFTER: Final = "/unggah"
_FAILED: Final = "Masuk dengan akun organisasi tidak berhasil. Coba sekali lagi, atau masuk dengan nama akun dan sandi."


class OrganisationAnswerRoute(Route):
    """GET asks the provider who came, and signs in the account that is theirs (`store.sign_in_vouched`).

    Args:
        database: Where accounts and sessions are.
        finish: Tells who came, in the provider's word, and where they wanted to go; None where it has no word on them,
            or was not asked by this browser.
    """

    def __init__(
        self, database: Database, finish: Callable[[Request], Awaitable[tuple[Vouched | None, str | None]]]
    ) -> None:
        super().__init__("/oauth2callback", self._answer, methods=["GET"])
        self._database = database
        self._finish = finish
        self._per_address = Throttle(burst=50, seconds_per_try=5)

    async def _answer(self, request: Request) -> Response:
        address = client_address(request)
        wait = self._per_address.take(address)
        if wait:
            error = f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik."
            refused_answer = sign_in_form(request, _AFTER, organisation=True, error=error, status=429)
            refused_answer.headers["retry-after"] = str(wait)
            return refused_answer
        vouched, wanted = await self._finish(request)
        after = local_path(wanted, _AFTER)
        if vouched is None:
            logging.getLogger(__name__).warning("A sign-in with an organisation account from %s failed", address)
            return sign_in_form(request, after, organisation=True, error=_FAILED, status=403)
        now = datetime.now(UTC)
        try:
            token = await anyio.to_thread.run_sync(sign_in_vouched, self._database, vouched, now)
        except Refused as refused:
            error = f"{refused.issue.message} {refused.issue.remedy}"
            answer = sign_in_form(request, after, organisation=True, error=error, status=403)
            answer.background = BackgroundTask(
                record_failure, self._database, refused.issue.raw or "", "organisasi", now
            )
            return answer
        self._per_address.give_back(address)
        return await self._lead_on(request, token, after, now)

    async def _lead_on(self, request: Request, token: str, after: str, now: datetime) -> Response:
        signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, now)
        # A page that goes on by itself: on a redirect the browser would come from the provider still, and keep the
        # session's cookie (`SameSite=Strict`) back.
        response = form_page(
            request, "organisation_answer.html", error="", next=next_step(signed_in, after) if signed_in else "/masuk"
        )
        set_session_token(request, response, token)
        return response
