"""Many viewers at once."""

import asyncio
import time

from bench.figures import Figures
from bench.page import Page
from bench.running import Running
from bench.visit import Part, Visit, visit


async def steady(server: Running, page: Page, viewers: int, seconds: float, part: Part = "all") -> Figures:
    """So many viewers, each of whom opens the page anew as soon as it is there, until time is over.

    Args:
        server: Where.
        page: What they open.
        viewers: How many.
        seconds: How long; loads that have begun are waited for.
        part: What of each load they do.
    """
    visits: list[Visit] = []
    cpu, own, began = server.cpu_seconds(), time.process_time(), time.perf_counter()
    end = began + seconds

    async def viewer() -> None:
        while time.perf_counter() < end:
            visits.append(await visit(server.port, page, part))

    await asyncio.gather(*(viewer() for _ in range(viewers)))
    return Figures(
        [one.seconds for one in visits],
        [one.first for one in visits],
        time.perf_counter() - began,
        server.cpu_seconds() - cpu,
        time.process_time() - own,
    )
