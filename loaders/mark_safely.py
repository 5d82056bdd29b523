"""Marking a workbook in a killable process."""

from collections.abc import Sequence

from pebble import ProcessExpired

from budget.issue import Issue
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits
from loaders.mark_workbook import mark_workbook
from loaders.reading_pool import reading_pool


def mark_safely(upload: Upload, issues: Sequence[Issue]) -> bytes:
    """As `mark_workbook`, in a process that may be killed: the file is of unknown origin.

    Raises:
        Unreadable: The file cannot be read, or marking it takes too long or too much memory.
    """
    future = reading_pool().schedule(mark_workbook, args=(upload, tuple(issues)), timeout=limits.SECONDS)
    try:
        marked: bytes = future.result()
    except TimeoutError as error:
        raise Unreadable(Issue.of("reader-timeout", seconds=f"{limits.SECONDS:g}")) from error
    except (ProcessExpired, MemoryError) as error:
        raise Unreadable(Issue.of("reader-crashed")) from error
    return marked
