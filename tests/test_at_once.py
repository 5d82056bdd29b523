"""Several people decide at once, in processes of their own: one after the other, and the second is told."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from threading import Event

import pytest

from store.approve import approve
from store.database import Database
from store.give_back import give_back
from store.hand_in import hand_in
from store.read_cube import read_cube
from store.recorded_acts import recorded_acts
from store.refused import Refused
from store.releases import all_releases, latest_release
from store.submissions import find_submission, waiting_submissions
from store.verify import verify
from store.withdraw import withdraw
from tests.stored import BATU, NOW, SURABAYA, fresh_database
from tests.tiny_drafts import ADMIN, BUDI, RINA, RM, SITI, TONO, handed_in, tiny_draft

AUGUST, SEPTEMBER = (f"{SURABAYA}/2026-{bulan:02d}/RM" for bulan in (8, 9))
BATUS = f"{BATU}/2026-09/RM"
# Forked, so that each begins with everything read; no connection is open then.
PROCESSES = get_context("fork")

APPROVE_2 = (approve, ([2], RINA), {"base": 1})
APPROVE_3 = (approve, ([3], TONO), {"base": 1})
APPROVE_BOTH = (approve, ([2, 3], TONO), {"base": 1})
RETURN_2 = (give_back, (2, TONO), {"reason": "Periksa lagi"})
RETURN_2_TOO = (give_back, (2, RINA), {"reason": "Keliru"})
WITHDRAW = (withdraw, (AUGUST, TONO), {"base": 1, "reason": "Berkas lain"})
WITHDRAW_TOO = (withdraw, (AUGUST, RINA), {"base": 1, "reason": "Keliru"})


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("at_once")
    with closing(fresh_database(folder)) as database:
        begin(database)
    return folder / "serapan.sqlite"


def begin(database):
    """August of Surabaya is public; its September (2) and that of Batu (3) wait."""
    approve(database, [handed_in(database, SITI, 8)], RINA, now=NOW, base=0)
    handed_in(database, SITI, 9)
    handed_in(database, BUDI, 9)


def does(url, barrier, pipe, call):
    """In a process of its own: does something as soon as everybody is ready, and tells why it was refused."""
    function, arguments, named = call
    with closing(Database(url)) as database:
        barrier.wait()
        try:
            function(database, *arguments, now=NOW, **named)
        except Refused as refused:
            pipe.send(refused.issue.message)
        else:
            pipe.send(None)


def at_once(url, *calls):
    """What each was told: None where it was done."""
    barrier = PROCESSES.Barrier(len(calls))
    pipes = [PROCESSES.Pipe(duplex=False) for _ in calls]
    processes = [
        PROCESSES.Process(target=does, args=(url, barrier, told, call))
        for (_, told), call in zip(pipes, calls, strict=True)
    ]
    for process, (_, told) in zip(processes, pipes, strict=True):
        process.start()
        # Only the process holds this end now: who fails is not waited for.
        told.close()
    said = []
    for process, (heard, _) in zip(processes, pipes, strict=True):
        with heard:
            said.append(heard.recv())
        process.join()
    return said


def moved(changed):
    return f"Sementara Anda memeriksa, rilis 2 sudah terbit (Anda memeriksa rilis 1). Yang berubah: {changed}."


def decided(state):
    return f"Pengajuan 2 tidak lagi menunggu: {state}."


CASES = [
    (APPROVE_2, APPROVE_3, (moved(f"{BATUS} (rilis 2, tono)"), moved(f"{SEPTEMBER} (rilis 2, rina)"))),
    (
        APPROVE_2,
        APPROVE_BOTH,
        (moved(f"{SEPTEMBER} (rilis 2, tono), {BATUS} (rilis 2, tono)"), moved(f"{SEPTEMBER} (rilis 2, rina)")),
    ),
    (APPROVE_2, WITHDRAW, (moved(f"{AUGUST} (rilis 2, tono)"), moved(f"{SEPTEMBER} (rilis 2, rina)"))),
    (WITHDRAW_TOO, WITHDRAW, (moved(f"{AUGUST} (rilis 2, tono)"), moved(f"{AUGUST} (rilis 2, rina)"))),
    (APPROVE_2, RETURN_2, (decided("dikembalikan"), decided("disetujui"))),
    (RETURN_2_TOO, RETURN_2, (decided("dikembalikan"), decided("dikembalikan"))),
]


@pytest.mark.parametrize(("one", "other", "told"), CASES)
def test_of_two_at_once_the_second_is_told_what_changed(original, tmp_path, one, other, told):
    for attempt in range(4):
        url = f"sqlite:///{shutil.copy(original, tmp_path / f'{attempt}.sqlite')}"
        said = at_once(url, one, other)
        assert said in ([told[0], None], [None, told[1]])
        with closing(Database(url)) as database:
            assert verify(database).findings == ()
            assert len(all_releases(database)) == 2 - (said.count(decided("dikembalikan")))


def test_a_mended_file_comes_while_the_first_one_is_approved(original, tmp_path):
    mended = (hand_in, (tiny_draft(SURABAYA, 9, 5), RM, SITI), {})
    for attempt in range(4):
        url = f"sqlite:///{shutil.copy(original, tmp_path / f'{attempt}.sqlite')}"
        said = at_once(url, APPROVE_2, mended)
        assert said in ([decided("diganti"), None], [None, None])
        with closing(Database(url)) as database:
            assert verify(database).findings == ()
            # Whoever came first: the mended file waits, and nothing was approved that it had replaced.
            assert [one.number for one in waiting_submissions(database, ADMIN)] == [3, 4]
            state = find_submission(database, 2, ADMIN).state
            assert (state, len(all_releases(database))) == (("diganti", 1) if said[0] else ("disetujui", 2))


def test_many_at_once_leave_one_whole_chain(tmp_path):
    """Two operators hand in month after month while three reviewers approve, each by a connection of their own."""
    fresh_database(tmp_path).close()
    url = f"sqlite:///{tmp_path}/serapan.sqlite"
    over = Event()

    def hands_in(person):
        with closing(Database(url)) as database:
            for more in range(3):
                for bulan in (8, 9, 10):
                    handed_in(database, person, bulan, more=more)

    def reviews(person):
        told = []
        with closing(Database(url)) as database:
            while True:
                last = over.is_set()
                newest = latest_release(database)
                numbers = [one.number for one in waiting_submissions(database, person)]
                if not numbers and last:
                    return told
                if numbers:
                    try:
                        approve(database, numbers, person, now=NOW, base=newest.number if newest else 0)
                    except Refused as refused:
                        told.append(refused.issue.code)

    with ThreadPoolExecutor(5) as pool:
        reviewers = [pool.submit(reviews, person) for person in (RINA, TONO, ADMIN)]
        try:
            for operator in [pool.submit(hands_in, person) for person in (SITI, BUDI)]:
                operator.result()
        finally:
            over.set()
        told = {code for reviewer in reviewers for code in reviewer.result()}
    assert told <= {"base-moved", "submission-decided"}
    with closing(Database(url)) as database:
        assert verify(database).findings == ()
        assert waiting_submissions(database, ADMIN) == []
        with database.read() as connection:
            handed, published = (
                [act.subject for act in recorded_acts(connection, name)] for name in ("ajukan", "terbit")
            )
        assert handed == [f"pengajuan {number}" for number in range(1, 19)]
        releases = all_releases(database)[::-1]
        assert published == [f"rilis {one.number}" for one in releases]
        assert [one.previous_hash for one in releases] == ["", *(one.hash for one in releases[:-1])]
        # The last figures of everybody are public.
        cube = read_cube(database, releases[-1].number)
        for kode in (SURABAYA, BATU):
            for bulan in (8, 9, 10):
                own = cube[(cube["kode_satker"] == kode) & (cube["bulan"] == bulan)]
                assert own["pagu_rp"].sum() == tiny_draft(kode, bulan, 2).lines["pagu_rp"].sum()
