"""What every answer must carry."""

import base64
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from budget.server_role import ServerRole
from routes.client import came_by_https

_NO_FRAMES: Final = b"frame-ancestors 'none'"
_POLICY: Final = b"content-security-policy"
_EVERYWHERE: Final = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cross-origin-opener-policy": b"same-origin",
    # What may be kept says so itself.
    b"cache-control": b"no-store",
}
_HTTPS_ONLY: Final = {b"strict-transport-security": b"max-age=31536000; includeSubDomains"}
_OURS_ALONE: Final = {b"x-frame-options": b"DENY", b"cross-origin-resource-policy": b"same-origin"}
"""Not for what other sites may frame: the older word for it, and whether they may hold it at all."""


class Security:
    """Adds the headers that neither routes nor Streamlit send; what a route says itself stays.

    A websocket that is refused gets them too. Whatever this does not touch, such as a request that is no HTTP, the
    server answers before any application.

    Args:
        app: Answers.
        role: What this server is for: where it is for staff, its pages are a copy that nobody should find.
        scripts: The inline scripts of pages, which the policy has to name.
    """

    def __init__(self, app: ASGIApp, role: ServerRole, scripts: Sequence[str]) -> None:
        self._app = app
        self._headers = {**_EVERYWHERE, _POLICY: _policy(scripts)}
        if role == ServerRole.STAFF:
            self._headers[b"x-robots-tag"] = b"noindex"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a connection on and adds headers to the answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        by_https = came_by_https(HTTPConnection(scope))
        can_refuse = "websocket.http.response" in scope.get("extensions", {})
        accepted = False

        async def send_with_headers(message: Message) -> None:
            nonlocal accepted
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.close" and not accepted and can_refuse:
                await PlainTextResponse("Forbidden", status_code=403)(scope, receive, send_with_headers)
                return
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                message["headers"] = self._added(message.get("headers", ()), by_https=by_https)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _added(self, sent: Iterable[tuple[bytes, bytes]], *, by_https: bool) -> list[tuple[bytes, bytes]]:
        headers = list(sent)
        present = dict(headers)
        wanted = {**self._headers, **_HTTPS_ONLY} if by_https else self._headers
        if _NO_FRAMES in present.get(_POLICY, _NO_FRAMES):
            wanted = {**wanted, **_OURS_ALONE}
        return headers + [header for header in wanted.items() if header[0] not in present]


def _policy(scripts: Sequence[str]) -> bytes:
    """The policy under which Streamlit's own script, Plotly, data frames and fonts work.

    Plotly and data frames compile code (`unsafe-eval`), Streamlit's styles are inline.
    """
    hashes = "".join(f" 'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    return (
        f"default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'{hashes}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ).encode()
