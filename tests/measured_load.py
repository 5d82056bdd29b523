"""Loading a file as the server does, with its time, memory and traces on disk measured."""

import ctypes
import gc
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.load_safely import load_safely
from tests import corpus

SECONDS = 10.0
MEMORY = 50 * 1024**2
PAGU = 2_279_979_000
GOOD = corpus.xlsx(corpus.grid())


def memory(name: str) -> int:
    """Bytes of memory of this process: `VmRSS` now, `VmHWM` at its peak."""
    with Path("/proc/self/status").open() as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(f"{name}:"))


def new_peak() -> int:
    """Begins the measure of peak memory anew; gives the memory now."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # else free pages of the heap would be used first, and hide a peak
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def measured_load(content: bytes) -> Draft | Issue:
    """Loads a file: an answer within ten seconds, and less than 50 MB more in this process, which is the server's."""
    upload = Upload("unggahan.xlsx", content)
    before, start = new_peak(), time.monotonic()
    outcome: Draft | Issue
    try:
        outcome = load_safely(upload, Reference.load(), Declared(sumber_dana="RM"))
    except Unreadable as error:
        outcome = error.issue
    assert time.monotonic() - start < SECONDS
    assert memory("VmHWM") - before < MEMORY
    return outcome


def is_good(draft: Draft) -> None:
    """The draft is that of the good file."""
    assert draft.report.publishable
    assert draft.lines["pagu_rp"].sum() == PAGU


def next_is_read() -> None:
    """The next good file is read."""
    is_good(load_safely(Upload("baik.xlsx", GOOD), Reference.load()))


@contextmanager
def nothing_stored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`load_safely` has no place to store anything in: working folder and temporary folder stay empty."""
    next_is_read()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []
