"""Who may leave files in this server's memory."""

from datetime import UTC, datetime
from typing import Final

import anyio
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from pages.upload_allowance import UploadAllowance, UploadedFile
from pages.upload_refused import UploadRefused
from store.database import Database
from store.session_cookie import SESSION_COOKIE
from store.sessions import find_session

_UPLOADS: Final = "/_stcore/upload_file"


class UploadDoor:
    """Lets a file through to Streamlit from those who are signed in, into a page of their own, as far as it fits.

    Streamlit takes files from everybody, without number, and keeps them in memory. Here uploads are 404 without a
    sign-in, and for a page that was opened under another sign-in; nothing of what was refused is read.

    Args:
        app: Streamlit.
        database: Where sign-ins are.
    """

    def __init__(self, app: ASGIApp, database: Database) -> None:
        self._app = app
        self._database = database
        self._allowance = UploadAllowance(_held_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on, or refuses it."""
        if scope["type"] != "http" or not scope["path"].startswith(_UPLOADS):
            await self._app(scope, receive, send)
            return
        target = scope["path"].removeprefix(_UPLOADS).split("/")[1:]
        account_id = await self._account_of(HTTPConnection(scope), target[0]) if len(target) == 2 else None
        if account_id is None:
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        elif scope["method"] != "PUT":
            await self._app(scope, receive, send)
        else:
            await self._take(account_id, (target[0], target[1]), scope, receive, send)

    async def _take(self, account_id: int, file: UploadedFile, scope: Scope, receive: Receive, send: Send) -> None:
        length = HTTPConnection(scope).headers.get("content-length", "")
        started = False

        async def send_and_see(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            with self._allowance.upload(account_id, file, int(length) if length.isdecimal() else 0) as come:

                async def receive_and_count() -> Message:
                    message = await receive()
                    come(len(message.get("body", b"")))
                    return message

                await self._app(scope, receive_and_count, send_and_see)
        except UploadRefused as refused:
            if started:
                raise
            await PlainTextResponse(refused.message, status_code=refused.status)(scope, receive, send)

    async def _account_of(self, connection: HTTPConnection, page: str) -> int | None:
        """The account that is signed in, where Streamlit's session `page` was opened under the same sign-in."""
        token = connection.cookies.get(SESSION_COOKIE)
        client = Runtime.instance().get_client(page)
        context = client.client_context if client else None
        if not token or context is None or context.cookies.get(SESSION_COOKIE) != token:
            return None
        signed_in = await anyio.to_thread.run_sync(find_session, self._database, token, datetime.now(UTC))
        return signed_in.account_id if signed_in is not None and signed_in.ready else None


def _held_bytes(file: UploadedFile) -> int | None:
    found = Runtime.instance().uploaded_file_mgr.get_files(file[0], [file[1]])
    return len(found[0].data) if found else None
