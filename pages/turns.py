"""Who comes first is served first."""

import asyncio
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_AT_ONCE: Final = 20
_AT_MOST: Final = 1.0
_LONGEST_END: Final = 200
"""Bytes; the message that ends a run has 44."""


class Turns:
    """Lets so many sessions draw their first page at a time; the others wait in line.

    Streamlit sends what all open sessions have to say in rounds, so that with a hundred at once each waits for all:
    the slowest took 1.5 times as long as the mean, and pages that need no session were slowed too. In line it is 1.1.

    Args:
        app: The sessions' own.
        at_once: How many.
        at_most: Seconds after which the next one begins although this one has not ended.
    """

    def __init__(self, app: ASGIApp, at_once: int = _AT_ONCE, at_most: float = _AT_MOST) -> None:
        self._app = app
        self._free = asyncio.Semaphore(at_once)
        self._at_most = at_most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a connection on; what a session asks first, when its turn has come."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        turn: asyncio.TimerHandle | None = None
        asked = False

        def end() -> None:
            nonlocal turn
            if turn is not None:
                turn.cancel()
                turn = None
                self._free.release()

        async def receive_in_turn() -> Message:
            nonlocal turn, asked
            message = await receive()
            if not asked and message["type"] == "websocket.receive":
                asked = True
                await self._free.acquire()
                turn = asyncio.get_running_loop().call_later(self._at_most, end)
            return message

        async def send_and_see(message: Message) -> None:
            await send(message)
            if turn is not None and _ends_a_run(message):
                end()

        try:
            await self._app(scope, receive_in_turn, send_and_see)
        finally:
            end()


def _ends_a_run(message: Message) -> bool:
    content = message.get("bytes") or b""
    # Long ones are not looked into: it would cost more than it saves.
    return 0 < len(content) < _LONGEST_END and ForwardMsg.FromString(content).WhichOneof("type") == "script_finished"
