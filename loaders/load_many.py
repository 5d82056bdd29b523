"""From many uploads to drafts."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

import pandas as pd
from pebble import ProcessExpired

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.reference import Reference
from budget.report import Report
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits
from loaders.load_in_child import load_in_child
from loaders.reading_pool import WORKERS, reading_pool

_AHEAD_FILES = 16 * WORKERS
_AHEAD_BYTES = 64 * 1024**2
_log = logging.getLogger(__name__)

Result = tuple[pd.DataFrame, pd.DataFrame, Report, pd.DataFrame]


def load_many(
    uploads: Iterable[tuple[Upload, Declared]],
    reference: Reference,
    *,
    seconds: float = limits.SECONDS,
) -> Iterator[tuple[Upload, Draft | Unreadable]]:
    """Loads files in killable processes, two at a time; one bad file never costs another.

    Args:
        uploads: The files, each with what the person who uploads says; taken from the iterable only a few ahead,
            so that they need not all be in memory.
        reference: Units and regions.
        seconds: Wall clock, and processor time, for each file.

    Yields:
        Each upload in the order given, with its draft, or with why it cannot be read.
    """
    waiting: deque[tuple[Upload, Future[Result]]] = deque()
    try:
        for upload, declared in uploads:
            waiting.append((upload, _schedule(upload, reference, declared, seconds)))
            while len(waiting) > _AHEAD_FILES or sum(len(ahead.content) for ahead, _ in waiting) > _AHEAD_BYTES:
                yield _outcome(*waiting.popleft(), seconds)
        while waiting:
            yield _outcome(*waiting.popleft(), seconds)
    finally:
        for _, future in waiting:
            future.cancel()


def _schedule(upload: Upload, reference: Reference, declared: Declared, seconds: float) -> Future[Result]:
    if len(upload.content) > limits.FILE_BYTES:
        future: Future[Result] = Future()
        future.set_exception(Unreadable(Issue.of("file-too-large", limit=limits.FILE_BYTES // 1024**2)))
        return future
    sent = None if reference is Reference.load() else reference
    scheduled: Future[Result] = reading_pool().schedule(
        load_in_child, args=(upload, sent, declared, seconds), timeout=seconds
    )
    return scheduled


def _outcome(upload: Upload, future: Future[Result], seconds: float) -> tuple[Upload, Draft | Unreadable]:
    try:
        lines, headings, report, plan = future.result()
    except Unreadable as error:
        return upload, error
    except TimeoutError:
        return upload, Unreadable(Issue.of("reader-timeout", seconds=f"{seconds:g}"))
    except (ProcessExpired, MemoryError):
        return upload, Unreadable(Issue.of("reader-crashed"))
    except Exception:  # noqa: BLE001  (a fault of ours costs one file, and is logged)
        _log.exception("loader failed on upload %s", upload.sha256)
        return upload, Unreadable(Issue.of("reader-crashed"))
    return upload, Draft(upload=upload, lines=lines, headings=headings, report=report, plan=plan)
