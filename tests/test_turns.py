"""Sessions draw their first page in the order in which they asked."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.turns import Turns

Act = Callable[[str, Receive, Send], Awaitable[None]]


def _sent(content: ForwardMsg) -> Message:
    return {"type": "websocket.send", "bytes": content.SerializeToString()}


END = _sent(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))
OTHER = _sent(ForwardMsg(hash="x"))


class Sessions:
    """Sessions `0`, `1`, ... whose scripts run until they are told to go on; `begun` lists those that were let in."""

    def __init__(self, act: Act, at_most: float = 60) -> None:
        self.begun: list[str] = []
        self._act = act
        self._turns = Turns(self._app, at_once=2, at_most=at_most)

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await receive()
        self.begun.append(scope["path"])
        await self._act(scope["path"], receive, send)

    def open(self, name: str) -> "asyncio.Task[None]":
        coming = iter([{"type": "websocket.connect"}, {"type": "websocket.receive", "bytes": b"rerun"}])

        async def receive() -> Message:
            return next(coming, {"type": "websocket.receive", "bytes": b"again"})

        async def send(message: Message) -> None:
            pass

        return asyncio.ensure_future(self._turns({"type": "websocket", "path": name}, receive, send))


async def _settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def test_two_at_a_time_in_order() -> None:
    async def story() -> None:
        go_on = {name: asyncio.Event() for name in "01234"}

        async def act(name: str, receive: Receive, send: Send) -> None:
            await send(OTHER)
            await go_on[name].wait()
            await send(END)
            # What is asked later waits for nobody.
            await receive()
            await asyncio.Event().wait()

        sessions = Sessions(act)
        tasks = [sessions.open(name) for name in "01234"]
        await _settle()
        assert sessions.begun == ["0", "1"]
        go_on["1"].set()
        await _settle()
        assert sessions.begun == ["0", "1", "2"]
        go_on["0"].set()
        go_on["2"].set()
        await _settle()
        assert sessions.begun == ["0", "1", "2", "3", "4"]
        for task in tasks:
            task.cancel()

    asyncio.run(story())


@pytest.mark.parametrize("fails", [False, True])
def test_a_session_that_is_gone_gives_its_turn_up(fails: bool) -> None:
    async def story() -> None:
        gone = asyncio.Event()

        async def act(_name: str, _receive: Receive, _send: Send) -> None:
            await gone.wait()
            if fails:
                raise ConnectionError

        sessions = Sessions(act)
        tasks = [sessions.open(name) for name in "0123"]
        await _settle()
        assert sessions.begun == ["0", "1"]
        gone.set()
        await _settle()
        assert sessions.begun == ["0", "1", "2", "3"]
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(story())


def test_a_slow_session_gives_its_turn_up() -> None:
    async def story() -> None:
        async def act(_name: str, _receive: Receive, _send: Send) -> None:
            await asyncio.Event().wait()

        sessions = Sessions(act, at_most=0.01)
        tasks = [sessions.open(name) for name in "0123"]
        await _settle()
        assert sessions.begun == ["0", "1"]
        async with asyncio.timeout(10):
            while len(sessions.begun) < 4:
                await asyncio.sleep(0.005)
        for task in tasks:
            task.cancel()

    asyncio.run(story())
