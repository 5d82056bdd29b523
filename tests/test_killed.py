"""Whoever publishes or hands in is killed in the middle: it is there whole or not at all, and work goes on."""

import os
import shutil
import signal
from contextlib import closing
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.approve import approve
from store.checkpoint import checkpoint
from store.database import Database
from store.read_cube import read_cube
from store.releases import all_releases, latest_release
from store.submissions import waiting_submissions
from store.verify import verify
from store.withdraw import withdraw
from tests.stored import NOW, SURABAYA, fresh_database
from tests.tiny_drafts import ADMIN, RINA, SITI, TONO, handed_in

SEPTEMBER = f"{SURABAYA}/2026-09/RM"
# Forked, so that each begins with everything read; no connection is open then.
PROCESSES = get_context("fork")


def approves(database):
    approve(database, [2, 3], RINA, now=NOW, base=1, note="Oktober dan November")


def hands_in(database):
    # Takes the place of submission 2, which waits.
    handed_in(database, SITI, 10, more=5)


def withdraws(database):
    withdraw(database, SEPTEMBER, TONO, now=NOW, base=1, reason="Berkas lain")


ACTS = {act.__name__: act for act in (approves, hands_in, withdraws)}


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed")
    with closing(fresh_database(folder)) as database:
        begin(database)
    return folder / "serapan.sqlite"


def begin(database):
    """One release; two submissions wait."""
    approve(database, [handed_in(database, SITI, 9)], RINA, now=NOW, base=0)
    handed_in(database, SITI, 10)
    handed_in(database, SITI, 11)


def state(database):
    """What people see: the releases, their sums, and what waits."""
    releases = all_releases(database)
    sums = [read_cube(database, one.number)["pagu_rp"].sum() for one in releases]
    return releases, sums, [one.number for one in waiting_submissions(database, ADMIN)]


def dies_at(url, name, statement):
    """In a process of its own: does something, and is killed before one of its statements or before it commits."""
    database = Database(url)
    seen = count(1)

    def kill(*_):
        if next(seen) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(database.engine, "before_cursor_execute", kill)
    sa.event.listen(database.engine, "commit", kill)
    ACTS[name](database)


def exit_of(target, *arguments):
    process = PROCESSES.Process(target=target, args=arguments)
    process.start()
    process.join()
    return process.exitcode


@pytest.mark.parametrize("name", ACTS)
def test_killed_before_a_statement_nothing_of_it_is_there(original, tmp_path, name):
    with closing(Database(f"sqlite:///{shutil.copy(original, tmp_path / 'before.sqlite')}")) as database:
        before = state(database)
        kept = [checkpoint(one) for one in all_releases(database)]
        ACTS[name](database)
        after = state(database)
    assert after != before
    for statement in count(1, 2):
        url = f"sqlite:///{shutil.copy(original, tmp_path / f'{statement}.sqlite')}"
        ended = exit_of(dies_at, url, name, statement)
        with closing(Database(url)) as database:
            assert verify(database, kept).findings == ()
            if ended == 0:
                assert state(database) == after
                break
            assert (ended, state(database)) == (-signal.SIGKILL, before)
    assert statement > 10


def works_on(path, pipe):
    """In a process of its own: hands in and approves without end, and tells of every statement."""
    database = Database(f"sqlite:///{path}")
    sa.event.listen(database.engine, "before_cursor_execute", lambda *_: pipe.send_bytes(b"."))
    for more in count():
        base = latest_release(database)
        number = handed_in(database, SITI, 9, more=more)
        approve(database, [number], RINA, now=NOW, base=base.number if base else 0)


@pytest.mark.parametrize("statements", range(5, 200, 24))
def test_killed_at_any_moment_all_fits_and_publishing_goes_on(original, tmp_path, statements):
    path = Path(shutil.copy(original, tmp_path))
    heard, told = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=works_on, args=(path, told))
    process.start()
    told.close()
    with heard:
        for _ in range(statements):
            heard.recv_bytes()
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    assert process.exitcode == -signal.SIGKILL
    with closing(Database(f"sqlite:///{path}")) as database:
        found = verify(database)
        assert found.findings == ()
        waiting = [one.number for one in waiting_submissions(database, ADMIN)]
        made = approve(database, waiting, ADMIN, now=NOW, base=found.newest.number)
        assert made.number == found.newest.number + 1
        assert set(read_cube(database, made.number)["bulan"]) == {9, 10, 11}
        assert verify(database, [checkpoint(found.newest)]).findings == ()
