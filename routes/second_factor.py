"""The second factor: `/kode`."""

from datetime import UTC, datetime
from typing import Final

import anyio
import pyotp
import segno
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from routes.form import FormRefused, read_form
from routes.form_page import form_page
from routes.local_path import local_path
from routes.next_step import next_step
from routes.session_cookie import session_token, set_session_token
from routes.throttle import Throttle
from store.database import Database
from store.record_failure import record_failure
from store.second_factor import confirm_code, offered_secret
from store.sessions import find_session

_AFTER: Final = "/unggah"
_ISSUER: Final = "Serapan"


class SecondFactorRoute(Route):
    """GET asks for a code, and shows the secret where the account has none yet; POST takes the code.

    The secret that is shown belongs to the session and becomes the account's with the first code that fits. Ten tries
    at once per account, then one every 30 seconds: whoever gets here knows the password, so the address does not count.

    Args:
        database: Where accounts and sessions are.
    """

    def __init__(self, database: Database) -> None:
        super().__init__("/kode", self._answer, methods=["GET", "POST"])
        self._database = database
        self._tries = Throttle(burst=10, seconds_per_try=30)

    async def _answer(self, request: Request) -> Response:
        token = session_token(request)
        now = datetime.now(UTC)
        after = local_path(request.query_params.get("next"), _AFTER)
        signed_in = None
        if token is not None:
            signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, now)
        if token is None or signed_in is None:
            return RedirectResponse("/masuk", status_code=303)
        if signed_in.must_change or signed_in.confirmed:
            return RedirectResponse(next_step(signed_in, after), status_code=303)
        secret = await anyio.to_thread.run_sync(offered_secret, self._database, token)
        if request.method != "POST":
            return _form(request, signed_in.name, secret, after)
        return await self._take(request, token, signed_in.name, secret, now)

    async def _take(self, request: Request, token: str, name: str, secret: str | None, now: datetime) -> Response:
        try:
            fields = await read_form(request)
        except FormRefused as refused:
            return _form(request, name, secret, _AFTER, refused.message, refused.status)
        after = local_path(fields.get("next"), _AFTER)
        wait = self._tries.take(name)
        if wait:
            error = f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik."
            answer = _form(request, name, secret, after, error, 429)
            answer.headers["retry-after"] = str(wait)
            return answer
        fresh = await anyio.to_thread.run_sync(confirm_code, self._database, token, fields.get("kode", "")[:20], now)
        if fresh is None:
            error = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi Anda, lalu isikan."
            answer = _form(request, name, secret, after, error, 422)
            answer.background = BackgroundTask(record_failure, self._database, name, "kode", now)
            return answer
        self._tries.give_back(name)
        response = RedirectResponse(after, status_code=303)
        set_session_token(request, response, fresh)
        return response


def _form(request: Request, name: str, secret: str | None, after: str, error: str = "", status: int = 200) -> Response:
    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=_ISSUER) if secret else ""
    # Black on white in the dark theme too: some cameras read nothing else.
    picture = (
        segno.make(address, error="m", micro=False).svg_inline(
            dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None, title="Kode QR untuk aplikasi kode"
        )
        if secret
        else ""
    )
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)) if secret else ""
    return form_page(
        request,
        "second_factor.html",
        status=status,
        error=error,
        name=name,
        next=after,
        address=address,
        picture=picture,
        groups=groups,
    )
