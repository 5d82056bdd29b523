"""Addresses that are not there, although Streamlit would answer."""

from collections.abc import Sequence
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from budget.server_role import ServerRole

_FOR_NOBODY: Final = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/script-health-check",
    "/auth",
)
_UPLOADS: Final = "/_stcore/upload_file"
_READING: Final = ("GET", "HEAD", "OPTIONS")


class ClosedDoors:
    """Answers 404 for what this server does not have.

    Streamlit would answer: it has routes of its own, and its index for every address that nobody else knows.

    Args:
        app: Answers what is let through.
        role: What this server is for; where it is for readers only, nothing can be sent to it.
        staff: Paths of the routes for staff.
        unused: Paths of routes for what is not configured.
    """

    def __init__(self, app: ASGIApp, role: ServerRole, staff: Sequence[str], unused: Sequence[str]) -> None:
        self._app = app
        self._staff = role.serves_staff
        self._closed = (*_FOR_NOBODY, *unused)
        if not role.serves_staff:
            self._closed += (_UPLOADS, *staff)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a closed path, or hands the request on."""
        if scope["type"] == "lifespan" or not self._is_closed(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)

    def _is_closed(self, scope: Scope) -> bool:
        if not self._staff and scope.get("method", "GET") not in _READING:
            return True
        return any(scope["path"] == path or scope["path"].startswith(f"{path}/") for path in self._closed)
