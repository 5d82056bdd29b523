"""What Streamlit's script asks before it opens its session."""

import json
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

_HOST: Final = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": False,
    "resourceCrossOriginMode": None,
}
_ANSWERS: Final = {
    "/_stcore/health": (b"text/plain; charset=utf-8", b"ok"),
    "/_stcore/host-config": (b"application/json", json.dumps(_HOST, separators=(",", ":")).encode()),
}


class Pings:
    """Answers these two questions of each visitor at once, a seventh of what a page costs, and without a cookie.

    Streamlit's own answer sets one, against forged uploads: who is not signed in may not upload, and needs none.
    Whoever sends a cookie is answered by Streamlit.

    Args:
        app: Answers everything else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or hands the request on."""
        answer = _ANSWERS.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if answer is None or any(name in {b"cookie", b"origin"} for name, _ in scope["headers"]):
            await self._app(scope, receive, send)
            return
        kind, body = answer
        headers = [
            (b"content-type", kind),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-cache"),
            (b"vary", b"Cookie"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})
