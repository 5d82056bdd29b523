"""Work on a file of unknown origin, in a process that may be killed."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired

from budget.issue import Issue
from budget.unreadable import Unreadable
from loaders import limits
from loaders.reading_pool import reading_pool

P = ParamSpec("P")
R = TypeVar("R")


def in_child(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs `work` in a reading process, within the limits of time and memory.

    Raises:
        Unreadable: As `work` raises it, or because it took too long or too much memory.
    """
    future = reading_pool().schedule(work, args=args, kwargs=kwargs, timeout=limits.SECONDS)
    try:
        result: R = future.result()
    except TimeoutError as error:
        raise Unreadable(Issue.of("reader-timeout", seconds=f"{limits.SECONDS:g}")) from error
    except (ProcessExpired, MemoryError) as error:
        raise Unreadable(Issue.of("reader-crashed")) from error
    return result
