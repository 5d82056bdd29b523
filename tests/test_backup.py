"""A copy made while writing goes on, and bringing it back."""

import stat
import threading

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from manage import manage
from store.backup import backup
from store.checkpoint import checkpoint
from store.database import Database
from store.open_database import open_database
from store.publish import publish
from store.releases import find_release, latest_release
from store.restore import restore
from store.submit import submit
from store.tables import session
from store.verify import verify
from tests.stored import NOW, SURABAYA, fresh_database
from tests.tiny_drafts import RM, tiny_draft


def publish_one(database, more):
    [number] = submit(database, [(tiny_draft(SURABAYA, 9, more), RM)], by="penguji", now=NOW)
    return publish(database, [number], by="penguji", now=NOW)


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    publish_one(opened, 0)
    yield opened
    opened.close()


@pytest.fixture
def place(tmp_path):
    (tmp_path / "baru").mkdir()
    return Database(f"sqlite:///{tmp_path}/baru/serapan.sqlite")


def test_a_copy_made_while_releases_come_out_is_whole(database, tmp_path, place):
    done = threading.Event()

    def publish_on():
        more = 1
        while not done.is_set():
            publish_one(database, more)
            more += 1

    writer = threading.Thread(target=publish_on)
    writer.start()
    held = [backup(database, tmp_path / f"{number}.sqlite") for number in range(3)]
    done.set()
    writer.join()
    assert latest_release(database).number > 1
    assert held[-1] == find_release(database, held[-1].number)
    found = restore(tmp_path / "2.sqlite", place, by="penguji", now=NOW)
    assert (found.findings, found.newest) == ((), held[-1])
    assert verify(place, [checkpoint(held[-1])]).findings == ()
    place.close()


def test_only_its_owner_reads_a_copy_and_nothing_is_overwritten(database, tmp_path, place):
    copy = tmp_path / "a.sqlite"
    backup(database, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = copy.read_bytes()
    with pytest.raises(FileExistsError):
        backup(database, copy)
    with pytest.raises(FileExistsError):
        restore(copy, database, by="penguji", now=NOW)
    assert copy.read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_nobody_is_signed_in_after_a_restore(database, tmp_path, place):
    with database.write() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO account (id, name, password_hash, must_change, created_at) VALUES (1, 'a', 'x', 0, 'x')"
            )
        )
        connection.execute(session.insert().values(token_hash="x", account_id=1, created_at=NOW, seen_at=NOW))
    backup(database, tmp_path / "a.sqlite")
    restore(tmp_path / "a.sqlite", place, by="penguji", now=NOW)
    with place.read() as connection:
        assert connection.execute(sa.select(session)).all() == []
    place.close()


def test_a_copy_in_which_something_was_changed_is_not_brought_back(database, tmp_path, place):
    with database.write() as connection:
        connection.execute(sa.text("UPDATE release SET note = 'lain'"))
    backup(database, tmp_path / "a.sqlite")
    found = restore(tmp_path / "a.sqlite", place, by="penguji", now=NOW)
    assert found.findings[0].startswith("Rilis 1: waktu, penerbit, catatan")
    assert list((tmp_path / "baru").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"x" * 500, b"%PDF-1.7", b"PK\3\4"])
def test_what_is_no_copy_is_refused(tmp_path, place, content):
    wrong = tmp_path / "a.sqlite"
    wrong.write_bytes(content)
    with pytest.raises(ValueError, match=r"a\.sqlite bukan cadangan Serapan"):
        restore(wrong, place, by="penguji", now=NOW)
    assert list((tmp_path / "baru").iterdir()) == []


def test_a_copy_of_a_newer_program_is_refused(database, tmp_path, place):
    with database.write() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    backup(database, tmp_path / "a.sqlite")
    with pytest.raises(ValueError, match="dibuat oleh Serapan yang lebih baru"):
        restore(tmp_path / "a.sqlite", place, by="penguji", now=NOW)


def test_the_commands(database, tmp_path, monkeypatch):
    def run(*arguments):
        open_database.cache_clear()
        result = CliRunner().invoke(manage, [str(argument) for argument in arguments])
        open_database().close()
        open_database.cache_clear()
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    monkeypatch.setenv("SERAPAN_DATABASE_URL", str(database.url))
    copy, kept = tmp_path / "a.sqlite", checkpoint(latest_release(database))
    assert run("backup", copy) == (0, f"Cadangan: {copy}\n{kept}\n")
    assert run("backup", copy) == (1, f"{copy} sudah ada dan tidak ditimpa. Pilih nama lain.\n")
    (tmp_path / "titik.txt").write_text(f"{kept}\n\n")
    wanted = (0, f"1 berkas, 1 rilis, 5 baris, 2 tindakan: semuanya cocok\n{kept}\n")
    assert run("verify", "--checkpoint", tmp_path / "titik.txt", "--checkpoint", kept) == wanted
    code, text = run("verify", "--checkpoint", kept.replace("serapan 1", "serapan 2"))
    assert code == 1
    assert text.splitlines()[-1].startswith("1 berkas, 1 rilis, 5 baris, 2 tindakan: TIDAK cocok, 1 temuan")
    monkeypatch.setenv("SERAPAN_DATABASE_URL", f"sqlite:///{tmp_path}/lain/serapan.sqlite")
    assert run("restore", tmp_path / "tidak-ada.sqlite")[0] == 1
    assert run("restore", copy) == (
        0,
        f"Dipulihkan dari {copy}: semuanya cocok; semua orang perlu masuk lagi.\n{kept}\n",
    )
    assert run("restore", copy)[0] == 1
    assert run("verify")[0] == 0
