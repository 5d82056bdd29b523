"""What every answer must carry, and what nobody but staff may ask."""

import base64
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

import anyio
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from routes.session_cookie import session_token
from store.database import Database
from store.sessions import find_session

_NO_FRAMES: Final = b"frame-ancestors 'none'"
_UNUSED: Final = ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
_UPLOADS: Final = "/_stcore/upload_file"
_CLOSED: Final = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


class Security:
    """Closes the doors that Streamlit leaves open and adds the headers that it does not send.

    Any visitor may by default PUT files, without number, which stay in memory: here uploads are 404 without a
    session. Metrics and the agent's routes are 404 for everyone. Websockets pass untouched.

    Args:
        app: Answers what is let through.
        database: Where sessions are.
        scripts: The inline scripts of pages, which the policy has to name.
    """

    def __init__(self, app: ASGIApp, database: Database, scripts: Sequence[str]) -> None:
        self._app = app
        self._database = database
        self._headers = [
            (b"content-security-policy", _policy(scripts)),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"same-origin"),
            (
                b"permissions-policy",
                b"browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            (b"cross-origin-opener-policy", b"same-origin"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a closed path, or hands the request on and adds headers to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"] = [*message["headers"]]
                present = dict(headers)
                headers += (header for header in self._headers if header[0] not in present)
                # The older word for what a policy says of framing: only where it forbids it.
                if _NO_FRAMES in present.get(b"content-security-policy", _NO_FRAMES):
                    headers.append((b"x-frame-options", b"DENY"))
            await send(message)

        if await self._is_closed(scope):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)

    async def _is_closed(self, scope: Scope) -> bool:
        path = scope["path"]
        if path.startswith(_CLOSED):
            return True
        if not path.startswith(_UPLOADS):
            return False
        token = session_token(HTTPConnection(scope))
        if token is None:
            return True
        signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, datetime.now(UTC))
        return signed_in is None or not signed_in.ready


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
