"""What a session costs in memory."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack

from bench.page import Page
from bench.running import Running
from bench.session import session
from bench.visit import visit

_WARM = 20
_AT_ONCE = 10
_SETTLES = 1.0


async def session_memory(server: Running, page: Page, sessions: int = 200) -> float:
    """Memory per session that stays connected, megabytes: growth of the server while so many open one page.

    Args:
        server: `serve_ours.py`, fresh: what many sessions at once left behind would be used again.
        page: What they open.
        sessions: How many.

    Raises:
        ValueError: The page has no session.
    """
    if page.session is None:
        raise ValueError(f"{page.name} has no session")
    for _ in range(_WARM):
        await visit(server.port, page)
    os.kill(server.pid, signal.SIGUSR1)
    await asyncio.sleep(_SETTLES)
    before = server.megabytes()
    async with AsyncExitStack() as stay:
        for _ in range(sessions // _AT_ONCE):
            opened = (stay.enter_async_context(session(server.port, *page.session)) for _ in range(_AT_ONCE))
            await asyncio.gather(*opened)
        await asyncio.sleep(_SETTLES)
        return (server.megabytes() - before) / sessions
