"""Setting out for the provider of organisation accounts: `/masuk/organisasi`."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from routes.client import client_address
from routes.local_path import local_path
from routes.sign_in_form import sign_in_form
from routes.throttle import Throttle

_AFTER: Final = "/unggah"


class OrganisationSignInRoute(Route):
    """GET sends the browser to the provider, which sends it back to `routes/organisation_answer.py`.

    Each time the provider is asked where its pages are, so this is throttled per address as `/masuk` is.

    Args:
        begin: Answers with the way to the provider, or None where that cannot be reached.
    """

    def __init__(self, begin: Callable[[Request, str], Awaitable[Response | None]]) -> None:
        super().__init__("/masuk/organisasi", self._answer, methods=["GET"])
        self._begin = begin
        self._per_address = Throttle(burst=50, seconds_per_try=5)

    async def _answer(self, request: Request) -> Response:
        after = local_path(request.query_params.get("next"), _AFTER)
        wait = self._per_address.take(client_address(request))
        if wait:
            error = f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik."
            refused = sign_in_form(request, after, organisation=True, error=error, status=429)
            refused.headers["retry-after"] = str(wait)
            return refused
        answer = await self._begin(request, after)
        if answer is not None:
            return answer
        error = "Layanan akun organisasi tidak dapat dihubungi. Coba beberapa saat lagi, atau masuk dengan sandi."
        return sign_in_form(request, after, organisation=True, error=error, status=502)
