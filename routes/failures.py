"""What a visitor gets when something fails here."""

from typing import Final

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PAGE: Final = """<!DOCTYPE html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tidak dapat ditampilkan · Serapan</title>
<h1>Halaman ini tidak dapat ditampilkan</h1>
<p>Ada kesalahan di server kami, bukan pada Anda; kesalahannya sudah dicatat. Muat ulang beberapa saat lagi.</p>
<p lang="en">Something failed on our server; it has been logged. Please try again in a little while.</p>
<p><a href="/">Serapan</a></p>
</html>
"""


class Failures:
    """Answers 500 with a plain page where a route raises; the error goes on to the server's log.

    Starlette's own answer is made outside of all middlewares: it would lack the headers of `routes/security.py`.

    Args:
        app: Answers, or raises.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request on.

        Raises:
            Exception: Whatever the route raised, after the answer.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_and_see(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_see)
        except Exception:
            if not started:
                await HTMLResponse(_PAGE, status_code=500)(scope, receive, send)
            raise
