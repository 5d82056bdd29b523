"""Many viewers at once."""

import asyncio
import time
from typing import Final

from bench.figures import Figures
from bench.page import Page
from bench.running import Running
from bench.visit import Part, Visit, visit

_ARRIVE_WITHIN: Final = 1.0


async def steady(server: Running, page: Page, viewers: int, seconds: float, part: Part = "all") -> Figures:
    """So many viewers, each of whom opens the page anew as soon as it is there.

    They arrive one after another within a second: all in one instant is not what a hundred viewers do. What is
    counted ends after each has opened the page once.

    Args:
        server: Where.
        page: What they open.
        viewers: How many.
        seconds: How long is counted.
        part: What of each load they do.
    """
    visits: list[Visit] = []
    all_here, stop = asyncio.Barrier(viewers + 1), asyncio.Event()

    async def viewer(number: int) -> None:
        await asyncio.sleep(_ARRIVE_WITHIN * number / viewers)
        await visit(server.port, page, part)
        here = group.create_task(all_here.wait())
        while not stop.is_set():
            visits.append(await visit(server.port, page, part))
        await here

    async with asyncio.TaskGroup() as group:
        for number in range(viewers):
            group.create_task(viewer(number))
        await all_here.wait()
        visits.clear()
        cpu, own, began = server.cpu_seconds(), time.process_time(), time.perf_counter()
        await asyncio.sleep(seconds)
        counted = [*visits]
        elapsed, cpu, own = time.perf_counter() - began, server.cpu_seconds() - cpu, time.process_time() - own
        stop.set()
    return Figures([one.seconds for one in counted], [one.first for one in counted], elapsed, cpu, own)
