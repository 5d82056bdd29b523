"""Cookies that nobody but this host can set."""

from collections.abc import Sequence
from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from routes.client import came_by_https
from routes.form import FORM_COOKIE
from store.session_cookie import SESSION_COOKIE

_PREFIX: Final = b"__Host-"
_SECURE: Final = b"; Secure"


class HostCookies:
    """Where the browser speaks https, it keeps our cookies under names that begin with `__Host-`, and all as `Secure`.

    Browsers take such names from the host itself only, by https only: neither a neighbour below the same domain nor
    who stands in a network without encryption can slip a session or a form's token in. Everybody behind this knows
    the short names; a short name that a browser sends by https was not set by us and is dropped. Streamlit, which
    does not know of the proxy, gets its cookies marked here too.

    Args:
        app: Reads and sets cookies under their short names.
        others: Names of cookies that are not ours but matter as much.
    """

    def __init__(self, app: ASGIApp, others: Sequence[str]) -> None:
        self._app = app
        self._names = frozenset(name.encode() for name in (SESSION_COOKIE, FORM_COOKIE, *others))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a connection on, with names shortened on the way in and lengthened on the way out."""
        if scope["type"] == "lifespan" or not came_by_https(HTTPConnection(scope)):
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if "headers" in message:
                message["headers"] = [
                    (name, self._guarded(value) if name.lower() == b"set-cookie" else value)
                    for name, value in message["headers"]
                ]
            await send(message)

        headers = [(name, self._shortened(value) if name == b"cookie" else value) for name, value in scope["headers"]]
        await self._app({**scope, "headers": headers}, receive, send_guarded)

    def _shortened(self, cookies: bytes) -> bytes:
        kept = []
        for pair in cookies.split(b";"):
            name, equals, value = pair.strip().partition(b"=")
            if name.startswith(_PREFIX) and name.removeprefix(_PREFIX) in self._names:
                kept.append(name.removeprefix(_PREFIX) + equals + value)
            elif name not in self._names:
                kept.append(name + equals + value)
        return b"; ".join(kept)

    def _guarded(self, cookie: bytes) -> bytes:
        if cookie.partition(b"=")[0] in self._names:
            cookie = _PREFIX + cookie
        return cookie if _SECURE.lower() in cookie.lower() else cookie + _SECURE
