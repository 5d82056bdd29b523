"""PostgreSQL holds what SQLite holds, against a running server."""

import dataclasses
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pandas as pd
import pytest
import requests
import sqlalchemy as sa

from budget.slice import Slice
from store.approve import approve
from store.audit_table import audit_table
from store.backup import backup
from store.checkpoint import checkpoint
from store.database import Database
from store.list_accounts import list_accounts
from store.read_audit import read_audit
from store.read_changes import read_changes
from store.read_cube import read_cube
from store.read_history import read_history
from store.read_lines import read_lines
from store.read_plans import read_plans
from store.read_remarks import read_remarks
from store.release_changes import release_changes
from store.release_units import release_units
from store.releases import all_releases, latest_release
from store.restore import restore
from store.role import Role
from store.submissions import own_submissions, waiting_submissions
from store.tables import audit
from store.verify import verify
from tests import test_at_once, test_killed
from tests.postgresql import postgresql, postgresql_programs
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import NOW, SURABAYA, fresh_database, keep, release
from tests.test_at_once import PROCESSES, at_once, decided
from tests.test_killed import ACTS, dies_at, exit_of, state
from tests.test_verify import review
from tests.tiny_drafts import ADMIN, RINA, SITI, handed_in, tiny_draft

pytestmark = pytest.mark.xdist_group("postgresql")

ROOT = Path(__file__).parents[1]
SEES_WITHIN = 10


@pytest.fixture(scope="module")
def server():
    programs = postgresql_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql).")
    with ExitStack() as stack:
        try:
            running = stack.enter_context(postgresql(programs))
        except (OSError, LookupError, RuntimeError) as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        yield running


def filled(server, tell):
    """A database in which something happened: its URL."""
    url = server.fresh()
    with closing(Database(url)) as database:
        tell(database)
    return url


@pytest.fixture(scope="module")
def begun(server):
    """August is public, two submissions wait."""
    return filled(server, test_at_once.begin)


@pytest.fixture
def copy(server):
    """Copies a database for one test."""
    made = []

    def copy(url):
        made.append(server.copy(url))
        return made[-1]

    yield copy
    for url in made:
        server.drop(url)


def story(database):
    """What `review` tells, then figures of a year without month beside those of months, of files that sort by case."""
    review(database)
    drafts = [tiny_draft(SURABAYA, 8), tiny_draft(SURABAYA, 9, 3)]
    report = dataclasses.replace(drafts[1].report, slices=(Slice(2026, None, SURABAYA, "RM"),))
    lines = drafts[1].lines.assign(bulan=pd.array([pd.NA] * 5, dtype="Int64"))
    uploads = [
        dataclasses.replace(one.upload, name=name) for one, name in zip(drafts, ("a.xlsx", "B.xlsx"), strict=True)
    ]
    whole_year = dataclasses.replace(drafts[1], upload=uploads[1], report=report, lines=lines)
    release(database, *keep(database, dataclasses.replace(drafts[0], upload=uploads[0]), whole_year))


@pytest.fixture(scope="module")
def both(server, tmp_path_factory):
    """SQLite and PostgreSQL after the same story."""
    with (
        closing(fresh_database(tmp_path_factory.mktemp("both"))) as sqlite,
        closing(Database(filled(server, story))) as other,
    ):
        story(sqlite)
        yield sqlite, other


def test_the_same_story_leaves_the_same_hashes(both):
    sqlite, other = both
    assert all_releases(other) == all_releases(sqlite)
    pd.testing.assert_frame_equal(audit_table(other, ADMIN), audit_table(sqlite, ADMIN))
    kept = [checkpoint(one) for one in all_releases(sqlite)]
    assert verify(other, kept) == verify(sqlite, kept)
    assert (verify(other).findings, verify(other).releases) == ((), 6)


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("read", [read_cube, read_lines, read_plans, read_history])
def test_tables_are_the_same(both, read, number):
    sqlite, other = (read(database, number) for database in both)
    pd.testing.assert_frame_equal(other, sqlite)


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("read", [read_changes, read_remarks, release_changes, release_units])
def test_what_is_told_is_the_same(both, read, number):
    sqlite, other = (read(database, number) for database in both)
    # In words, where an amount of another kind looks otherwise.
    assert repr(other) == repr(sqlite)


@pytest.mark.parametrize("read", [waiting_submissions, own_submissions, read_audit])
def test_what_staff_see_is_the_same(both, read):
    sqlite, other = (read(database, ADMIN) for database in both)
    assert repr(other) == repr(sqlite)


def test_the_year_stands_before_its_months_and_files_sort_as_everywhere(both):
    for database in both:
        months = read_cube(database, 6).query("kode_satker == @SURABAYA")["bulan"].drop_duplicates()
        assert months.tolist() == [pd.NA, 8, 9, 11]
        assert [file.name for file in release_changes(database, 6).files] == ["B.xlsx", "a.xlsx"]


def test_names_sort_by_their_characters(server):
    names = ["a.b", "a0", "a_b", "ab"]
    with closing(Database(server.fresh())) as database:
        for name in reversed(names):
            add_staff(database, name, Role.OPERATOR, SURABAYA)
        assert [one.name for one in list_accounts(database)] == names
        assert read_audit(database, ADMIN).people == (*names, "baris perintah")


def migrates(url):
    with closing(Database(url)) as database:
        database.migrate()


@pytest.mark.parametrize("scheme", ["postgresql://", "postgresql+psycopg://"])
def test_two_that_start_at_once_make_the_tables_once(server, scheme):
    url = server.create().replace("postgresql://", scheme)
    processes = [PROCESSES.Process(target=migrates, args=(url,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with closing(Database(url)) as database:
        assert verify(database).findings == ()


@pytest.mark.parametrize(("one", "other", "told"), test_at_once.CASES)
def test_of_two_at_once_the_second_is_told_what_changed(copy, begun, one, other, told):
    url = copy(begun)
    said = at_once(url, one, other)
    assert said in ([told[0], None], [None, told[1]])
    with closing(Database(url)) as database:
        assert verify(database).findings == ()
        assert len(all_releases(database)) == 2 - said.count(decided("dikembalikan"))


def test_killed_before_a_statement_nothing_of_it_is_there(server, copy):
    original = filled(server, test_killed.begin)
    with closing(Database(copy(original))) as database:
        before = state(database)
        ACTS["approves"](database)
        after = state(database)
    for statement in range(1, 20, 6):
        url = copy(original)
        assert exit_of(dies_at, url, "approves", statement) == -signal.SIGKILL
        with closing(Database(url)) as database:
            assert (verify(database).findings, state(database)) == ((), before)
            ACTS["approves"](database)
            assert (verify(database).findings, state(database)) == ((), after)


def acts(connection):
    return connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one()


def test_whoever_reads_sees_one_moment(copy, begun):
    with closing(Database(copy(begun))) as database:
        with database.read() as connection:
            before = acts(connection)
            handed_in(database, SITI, 10)
            assert acts(connection) == before
        with database.read() as connection:
            assert acts(connection) == before + 2


def test_writers_that_wait_leave_readers_their_connections(server, copy, begun):
    url = copy(begun)
    with closing(Database(url)) as other, closing(Database(url)) as database, ThreadPoolExecutor(30) as pool:
        with other.write():
            waiting = [pool.submit(handed_in, database, SITI, 10, more) for more in range(30)]
            while not server.execute(url, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
                assert not any(one.done() for one in waiting)
            assert latest_release(database).number == 1
            assert database.engine.pool.checkedout() == 1
        assert sorted(one.result() for one in waiting) == list(range(4, 34))
        assert verify(database).findings == ()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE line SET pagu_rp = pagu_rp + 1 WHERE draft_id = 1 AND no = 2", "Baris 2 draf 1 ("),
        ("UPDATE upload SET content = content || '\\x00' WHERE uploaded_by = 'rina'", "Berkas "),
        ("UPDATE cube SET pagu_rp = pagu_rp + 1 WHERE draft_id = 1", "Jumlah draf 1, "),
        ("UPDATE release SET note = 'lain' WHERE number = 2", "Rilis 2: "),
        ("UPDATE publication SET kind = 'revisi' WHERE release = 2", "Rilis 2: "),
        ("UPDATE audit SET act = 'x' WHERE number = 4", "Tindakan 4: "),
        ("UPDATE submission SET note = 'lain' WHERE id = 4", "Pengajuan 4: "),
        ("DROP TABLE cube", 'Jumlah: tidak dapat dibaca dari basis data (relation "cube" does not exist'),
    ],
)
def test_a_row_that_was_changed_is_named(server, copy, both, statement, named):
    _, original = both
    original.close()
    url = copy(str(original.url))
    assert server.execute(url, statement) != 0
    with closing(Database(url)) as database:
        found = verify(database)
    assert found.findings[0].startswith(named), found.findings
    assert found.releases == 6


def test_a_dump_comes_back_with_the_same_checkpoint(server, both, tmp_path):
    _, original = both
    copy = server.create()
    server.dump(str(original.url), tmp_path / "cadangan")
    server.restore(tmp_path / "cadangan", copy)
    with closing(Database(copy)) as database:
        assert verify(database, [checkpoint(latest_release(original))]) == verify(original)
        with pytest.raises(ValueError, match=r"^Basis data ini PostgreSQL: cadangkan dengan pg_dump\.$"):
            backup(database, tmp_path / "b")
        with pytest.raises(ValueError, match=r"^Basis data ini PostgreSQL: pulihkan dengan pg_restore\.$"):
            restore(tmp_path / "cadangan", database, by="penguji", now=NOW)


def test_a_server_that_does_not_answer_is_told_plainly(tmp_path):
    environment = {**os.environ, "SERAPAN_DATABASE_URL": f"postgresql://serapan@/serapan?host={tmp_path}"}
    command = [sys.executable, "manage.py", "verify"]
    ended = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (1, "")
    told = "PostgreSQL tidak dapat dihubungi. Periksa SERAPAN_DATABASE_URL dan servernya: connection "
    assert ended.stderr.startswith(told), ended.stderr
    assert "Traceback" not in ended.stderr


def seen(url, text):
    """What an address answers as soon as the answer ends with a text."""
    end = time.monotonic() + SEES_WITHIN
    while not (answer := requests.get(url)).text.endswith(text):
        assert time.monotonic() < end, answer.text
    return answer


def test_two_servers_show_what_is_published_and_outlive_the_database(server, copy, begun, tmp_path):
    url = copy(begun)
    table = "data/rilis/terbaru/titik-periksa.txt"
    with (
        serve(tmp_path / "satu", SERAPAN_DATABASE_URL=url) as one,
        serve(tmp_path / "dua", SERAPAN_DATABASE_URL=url) as other,
        closing(Database(url)) as database,
    ):
        for site in (one, other):
            assert requests.get(f"{site}/sehat").text == "ok 1\n"
            assert requests.get(f"{site}/{table}").text.count("\n") == 1
        made = approve(database, [2, 3], RINA, now=NOW, base=1)
        for site in (one, other):
            seen(f"{site}/{table}", f"{checkpoint(made)}\n")
            page = requests.get(f"{site}/wilayah?tahun=2026&bulan=9&kode=35.78")
            assert (page.status_code, "KPU Kota Surabaya" in page.text) == (200, True)
        tables = [requests.get(f"{site}/data/rilis/2/baris.csv").content for site in (one, other)]
        assert tables[0] == tables[1]
        assert tables[0].count(b"\n") == 1 + 3 * 5
        server.stop()
        assert requests.get(f"{one}/sehat").status_code == 503
        server.start()
        for site in (one, other):
            assert requests.get(f"{site}/sehat").text == "ok 2\n"
        assert verify(database).findings == ()
