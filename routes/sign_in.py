"""Signing in: `/masuk`."""

import functools
import logging
from datetime import UTC, datetime
from typing import Final

import anyio
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from routes.client import client_address
from routes.form import FormRefused, read_form
from routes.local_path import local_path
from routes.next_step import next_step
from routes.session_cookie import session_token, set_session_token
from routes.sign_in_form import sign_in_form
from routes.throttle import Throttle
from store.database import Database
from store.record_failure import record_failure
from store.refused import Refused
from store.sessions import find_session
from store.sign_in import sign_in

_AFTER: Final = "/unggah"


class SignInRoute(Route):
    """GET shows the form, POST signs in.

    Ten tries at once per address and account together, then one every 30 seconds, and fifty at once per address
    (an office shares one), then one every five seconds: a stranger cannot keep the owner out, and nobody is locked out.

    Args:
        database: Where accounts and sessions are.
        organisation: Whether there is a sign-in with organisation accounts too (`routes/organisation_sign_in.py`).
    """

    def __init__(self, database: Database, *, organisation: bool) -> None:
        super().__init__("/masuk", self._answer, methods=["GET", "POST"])
        self._database = database
        self._form = functools.partial(sign_in_form, organisation=organisation)
        self._per_account = Throttle(burst=10, seconds_per_try=30)
        self._per_address = Throttle(burst=50, seconds_per_try=5)
        # Each check holds 64 MiB and a core.
        self._checks = anyio.CapacityLimiter(2)

    async def _answer(self, request: Request) -> Response:
        if request.method == "POST":
            return await self._sign_in(request)
        after = local_path(request.query_params.get("next"), _AFTER)
        token = session_token(request)
        if token is not None:
            signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, datetime.now(UTC))
            if signed_in is not None:
                return RedirectResponse(next_step(signed_in, after), status_code=303)
        return self._form(request, after)

    async def _sign_in(self, request: Request) -> Response:
        try:
            fields = await read_form(request)
        except FormRefused as refused:
            return self._form(request, _AFTER, error=refused.message, status=refused.status)
        name = fields.get("nama", "").strip()[:100]
        after = local_path(fields.get("next"), _AFTER)
        address = client_address(request)
        account_at_address = f"{name.lower()} {address}"
        wait = self._per_address.take(address) or self._per_account.take(account_at_address)
        if wait:
            answer = self._form(
                request, after, error=f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik.", name=name, status=429
            )
            answer.headers["retry-after"] = str(wait)
            return answer
        now = datetime.now(UTC)
        token, error, step = None, "Nama akun atau sandi tidak cocok.", "sandi"
        try:
            token = await anyio.to_thread.run_sync(
                sign_in, self._database, name, fields.get("sandi", ""), now, limiter=self._checks
            )
        except Refused as refused:
            error, step = f"{refused.issue.message} {refused.issue.remedy}", "kedaluwarsa"
        if token is None:
            # Without the name: people type their password into the wrong field.
            logging.getLogger(__name__).warning("A sign-in from %s did not fit", address)
            answer = self._form(request, after, error=error, name=name, status=422)
            # After the answer: the time that writing takes must not tell that the name exists.
            answer.background = BackgroundTask(record_failure, self._database, name, step, now)
            return answer
        self._per_address.give_back(address)
        self._per_account.give_back(account_at_address)
        signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, now)
        response = RedirectResponse(next_step(signed_in, after) if signed_in else "/masuk", status_code=303)
        set_session_token(request, response, token)
        return response
