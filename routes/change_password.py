"""Changing one's password: `/sandi`."""

from datetime import UTC, datetime

import anyio
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from routes.form import FormRefused, read_form
from routes.form_page import form_page
from routes.session_cookie import session_token, set_session_token
from routes.throttle import Throttle
from store.change_password import password_fits, set_password
from store.database import Database
from store.password_objection import password_objection
from store.sessions import find_session, start_session
from store.signed_in import SignedIn


class ChangePasswordRoute(Route):
    """GET shows the form, POST changes the password and ends every other session of the account.

    Args:
        database: Where accounts and sessions are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/sandi", self._answer, methods=["GET", "POST"])
        self._database = database
        self._tries = Throttle(burst=10, seconds_per_try=30)
        self._checks = anyio.CapacityLimiter(2)

    async def _answer(self, request: Request) -> Response:
        token = session_token(request)
        now = datetime.now(UTC)
        signed_in = None
        if token is not None:
            signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, now)
        if signed_in is None or not (signed_in.confirmed or signed_in.must_change):
            # Who only knows the password must not change it: `/masuk` leads on to the second factor.
            return RedirectResponse("/masuk?next=/sandi", status_code=303)
        if request.method != "POST":
            return _form(request, signed_in)
        try:
            fields = await read_form(request)
        except FormRefused as refused:
            return _form(request, signed_in, refused.message, refused.status)
        wait = self._tries.take(signed_in.name)
        if wait:
            return _form(request, signed_in, f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik.", 429)
        new = fields.get("baru", "")
        error = await anyio.to_thread.run_sync(
            self._objection, signed_in, fields.get("lama", ""), new, fields.get("ulang", ""), limiter=self._checks
        )
        if error is not None:
            return _form(request, signed_in, error, 422)
        self._tries.give_back(signed_in.name)
        fresh = await anyio.to_thread.run_sync(self._change, signed_in, new, now, limiter=self._checks)
        response = RedirectResponse("/unggah" if signed_in.confirmed else "/kode", status_code=303)
        set_session_token(request, response, fresh)
        return response

    def _change(self, signed_in: SignedIn, new: str, now: datetime) -> str:
        set_password(self._database, signed_in.account_id, new, now)
        return start_session(self._database, signed_in.account_id, now, confirmed=signed_in.confirmed)

    def _objection(self, signed_in: SignedIn, old: str, new: str, again: str) -> str | None:
        objection = password_objection(new, signed_in.name)
        if objection is not None:
            return objection
        if new != again:
            return "Kedua isian sandi baru tidak sama."
        if new == old:
            return "Sandi baru harus berbeda dari sandi lama."
        if not password_fits(self._database, signed_in.account_id, old):
            return "Sandi lama tidak cocok."
        return None


def _form(request: Request, signed_in: SignedIn, error: str = "", status: int = 200) -> Response:
    return form_page(
        request,
        "change_password.html",
        status=status,
        error=error,
        name=signed_in.name,
        must_change=signed_in.must_change,
    )
