"""The processes in which files are read."""

import atexit
import multiprocessing
import os
import resource
import threading

from pebble import ProcessPool

from loaders import limits

WORKERS = 2
"""Reading processes of one application process: what two cores carry."""

_ENDS_WITHIN = 1.0

_lock = threading.Lock()
_pools: dict[int, ProcessPool] = {}


def reading_pool() -> ProcessPool:
    """The warm pool of this process: started at first use, closed at exit.

    Its children come from a fork server that has the loaders imported, so a killed one is replaced in
    milliseconds, and nothing of the application's memory (sessions, connections) is in them.
    """
    with _lock:
        pool = _pools.get(os.getpid())
        if pool is None or not pool.active:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["loaders.load"])
            pool = ProcessPool(max_workers=WORKERS, context=context, initializer=_limit_memory)
            _pools[os.getpid()] = pool
        return pool


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY_BYTES, limits.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@atexit.register
def _close() -> None:
    """Ends the processes before what they share: one that still starts would complain on stderr that it is gone."""
    pool = _pools.pop(os.getpid(), None)
    if pool is None:
        return
    pool.stop()  # type: ignore[no-untyped-call]
    for child in multiprocessing.active_children():
        child.terminate()
        child.join(_ENDS_WITHIN)
        # One that is deep in a reader's own code hears of nothing else.
        child.kill()
        child.join()
    pool.join()
