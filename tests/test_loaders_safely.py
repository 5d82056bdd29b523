"""Reading in killable processes: one bad file costs itself only."""

import multiprocessing
import os
import re
import signal
import time
from pathlib import Path

import pytest
from pebble.pool.channel import WorkerChannel

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import load_in_child, load_many
from loaders.load import load
from loaders.load_safely import load_safely
from loaders.reading_pool import _close as close_pool
from loaders.reading_pool import reading_pool
from tests import corpus

REFERENCE = Reference.load()
GOOD = Upload("baik.xlsx", corpus.xlsx(corpus.grid()))
KINDS = (load_in_child.resource.RLIMIT_FSIZE, load_in_child.resource.RLIMIT_CPU)
BAD = Upload("rusak.xlsx", GOOD.content[:2000])


def _hang(*_: object) -> None:
    time.sleep(60)


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _eat(*_: object) -> None:
    bytearray(1 << 40)


def _spin(*arguments: object) -> None:
    load_in_child.resource.setrlimit(load_in_child.resource.RLIMIT_CPU, (1, 1))
    while True:
        pass


def _fail(*_: object) -> None:
    raise RuntimeError("a fault of ours")


def test_the_same_draft_as_in_this_process() -> None:
    safe, plain = load_safely(GOOD, REFERENCE, Declared(sumber_dana="RM")), load(GOOD, REFERENCE, Declared("RM"))
    assert safe.lines.equals(plain.lines)
    assert safe.lines.dtypes.equals(plain.lines.dtypes)
    assert safe.headings.equals(plain.headings)
    assert safe.report == plain.report
    assert safe.upload is GOOD


def test_an_unreadable_file_says_why() -> None:
    with pytest.raises(Unreadable) as caught:
        load_safely(BAD, REFERENCE)
    assert caught.value.issue.code == "zip-damaged"


def test_another_reference_travels() -> None:
    with_one = Reference(satker=REFERENCE.satker[:1], wilayah=())
    assert load_safely(GOOD, with_one).report.issues[0].code == "satker-unknown"


@pytest.mark.parametrize(
    ("task", "code"),
    [
        (_hang, "reader-timeout"),
        (_die, "reader-crashed"),
        (_eat, "reader-crashed"),
        (_spin, "reader-crashed"),
        (_fail, "reader-crashed"),
    ],
)
def test_a_file_that_kills_its_reader_costs_itself_only(
    task: object, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load_many, "load_in_child", task)
    with pytest.raises(Unreadable) as caught:
        load_safely(GOOD, REFERENCE, seconds=0.5 if task is _hang else 30.0)
    assert caught.value.issue.code == code
    monkeypatch.undo()
    assert load_safely(GOOD, REFERENCE).report.publishable


def test_many_come_in_order_and_one_bad_file_costs_itself_only() -> None:
    uploads = [BAD if number % 5 == 2 else GOOD for number in range(12)]
    outcomes = list(load_many.load_many(((upload, Declared()) for upload in uploads), REFERENCE))
    assert [upload for upload, _ in outcomes] == uploads
    assert [isinstance(outcome, Draft) for _, outcome in outcomes] == [upload is GOOD for upload in uploads]


def test_a_file_over_the_limit_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_many.limits, "FILE_BYTES", 10)
    with pytest.raises(Unreadable, match="Berkas lebih besar dari 0 MB"):
        load_safely(GOOD, REFERENCE)


def test_a_reader_cannot_write_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object) -> Draft:
        (tmp_path / "x").write_text("x")
        raise AssertionError

    monkeypatch.setattr(load_in_child, "load", write)
    limits_before = [load_in_child.resource.getrlimit(kind) for kind in KINDS]
    try:
        with pytest.raises(OSError, match="File too large"):
            load_in_child.load_in_child(GOOD, REFERENCE, Declared(), 10.0)
    finally:
        for kind, both in zip(KINDS, limits_before, strict=True):
            load_in_child.resource.setrlimit(kind, both)


def test_the_pool_is_warm() -> None:
    assert reading_pool() is reading_pool()


def test_no_process_is_left_when_what_they_share_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that still starts would not find the locks, and say so on stderr."""
    left: list[list[object]] = []

    def close(channel: WorkerChannel) -> None:
        left.append([*multiprocessing.active_children()])
        really(channel)

    really = WorkerChannel.close
    monkeypatch.setattr(WorkerChannel, "close", close)
    assert reading_pool().active
    close_pool()
    assert left == [[]]


def test_a_process_that_hears_no_signal_does_not_keep_ours_from_ending() -> None:
    reading = reading_pool().schedule(re.match, args=("(a+)+$", "a" * 40 + "b"))
    while not reading.running():
        time.sleep(0.01)
    began = time.monotonic()
    close_pool()
    assert time.monotonic() - began < 10
