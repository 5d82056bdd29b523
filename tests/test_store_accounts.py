"""Accounts and sessions in the database."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import argon2
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from store.accounts import add_account, any_account
from store.change_password import password_fits, set_password
from store.database import Database
from store.list_accounts import list_accounts
from store.role import Role
from store.sessions import end_session, find_session, start_session
from store.sign_in import sign_in
from store.signed_in import SignedIn
from store.tables import account, session

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
PASSWORD = "kopi pahit tanpa gula"


@pytest.fixture(scope="module")
def with_siti(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A database to copy: hashing a password takes a tenth of a second."""
    path: Path = tmp_path_factory.mktemp("accounts") / "serapan.sqlite"
    made = Database(f"sqlite:///{path}")
    made.migrate()
    assert not any_account(made)
    key = add_account(made, "Siti ", PASSWORD, must_change=False, now=NOW, role=Role.OPERATOR, lingkup="657942")
    made.close()
    return path, key


@pytest.fixture
def database(with_siti: tuple[Path, int], tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{shutil.copy(with_siti[0], tmp_path)}")
    yield opened
    opened.close()


@pytest.fixture
def account_id(with_siti: tuple[Path, int]) -> int:
    return with_siti[1]


def test_the_password_is_kept_as_argon2id(database: Database, account_id: int) -> None:
    with database.read() as connection:
        row = connection.execute(sa.select(account)).one()
    assert any_account(database)
    assert row.name == "siti"
    assert row.created_at == "2026-11-24T01:00:00+00:00"
    assert row.password_hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize(("name", "message"), [("SITI", "Nama akun siti sudah dipakai."), ("  ", "Nama akun kosong.")])
def test_a_name_that_cannot_be_added(database: Database, account_id: int, name: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        add_account(database, name, PASSWORD, must_change=False, now=NOW, role=Role.OPERATOR, lingkup="657942")


@pytest.mark.parametrize(
    ("name", "password", "fits"),
    [
        ("siti", PASSWORD, True),
        (" SITI", PASSWORD, True),
        ("siti", PASSWORD + " ", False),
        ("siti", "", False),
        ("budi", PASSWORD, False),
        ("", "", False),
    ],
)
def test_sign_in(database: Database, account_id: int, name: str, password: str, fits: bool) -> None:
    token = sign_in(database, name, password, NOW)
    assert (token is not None) == fits
    if token is not None:
        assert find_session(database, token, NOW) == SignedIn(
            account_id, "siti", must_change=False, role=Role.OPERATOR, lingkup="657942"
        )


def test_a_password_stays_valid_however_old_it_is(database: Database) -> None:
    assert sign_in(database, "siti", PASSWORD, NOW + timedelta(days=3650)) is not None


def test_the_database_does_not_hold_the_token(database: Database, account_id: int) -> None:
    token = start_session(database, account_id, NOW)
    with database.read() as connection:
        row = connection.execute(sa.select(session)).one()
    assert len(token) == 43
    assert row.token_hash == sha256(token.encode()).hexdigest()
    assert token not in str(tuple(row))


def test_a_hash_of_older_parameters_is_renewed(database: Database, account_id: int) -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with database.write() as connection:
        connection.execute(sa.update(account).values(password_hash=weak))
    assert sign_in(database, "siti", PASSWORD, NOW) is not None
    with database.read() as connection:
        assert "$m=65536,t=3,p=4$" in connection.execute(sa.select(account.c.password_hash)).scalar_one()
    assert sign_in(database, "siti", PASSWORD, NOW) is not None


@pytest.mark.parametrize("token", ["", "x", "é", "'; DROP TABLE session; --"])
def test_an_unknown_token(database: Database, account_id: int, token: str) -> None:
    start_session(database, account_id, NOW)
    assert find_session(database, token, NOW) is None


def test_idle_for_30_minutes(database: Database, account_id: int) -> None:
    token = start_session(database, account_id, NOW)
    assert find_session(database, token, NOW + timedelta(minutes=30)) is not None
    # Seen at minute 30, so the half hour begins again.
    assert find_session(database, token, NOW + timedelta(minutes=60)) is not None
    assert find_session(database, token, NOW + timedelta(minutes=90, seconds=1)) is None


def test_over_after_12_hours_however_busy(database: Database, account_id: int) -> None:
    token = start_session(database, account_id, NOW)
    for minutes in range(0, 12 * 60 + 1, 20):
        assert find_session(database, token, NOW + timedelta(minutes=minutes)) is not None
    assert find_session(database, token, NOW + timedelta(hours=12, seconds=1)) is None


def test_seen_is_written_once_a_minute(database: Database, account_id: int) -> None:
    token = start_session(database, account_id, NOW)
    seen = []
    for seconds in (30, 60, 61, 100, 122):
        find_session(database, token, NOW + timedelta(seconds=seconds))
        with database.read() as connection:
            seen.append(connection.execute(sa.select(session.c.seen_at)).scalar_one()[14:19])
    assert seen == ["00:00", "00:00", "01:01", "01:01", "02:02"]


def test_ending_one_session_keeps_the_others(database: Database, account_id: int) -> None:
    first, second = (start_session(database, account_id, NOW) for _ in range(2))
    end_session(database, first, NOW)
    assert find_session(database, first, NOW) is None
    assert find_session(database, second, NOW) is not None


def test_a_new_session_removes_those_that_ran_out(database: Database, account_id: int) -> None:
    start_session(database, account_id, NOW)
    start_session(database, account_id, NOW + timedelta(hours=1))
    with database.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(session)).scalar_one() == 1


def test_one_time_passwords_from_before_they_came_to_an_end(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/serapan.sqlite")
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[1] / "store" / "migrations"))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        for name, must_change in (("lama", 1), ("siti", 0)):
            connection.exec_driver_sql(
                "INSERT INTO account (name, password_hash, must_change, created_at) VALUES (?, 'x', ?, ?)",
                (name, must_change, "2026-11-24T01:00:00+00:00"),
            )
    database.migrate()
    ends = [(one.name, one.one_time_until) for one in list_accounts(database)]
    assert ends == [("lama", "2026-11-27T01:00:00+00:00"), ("siti", None)]
    database.close()


def test_a_new_password_ends_every_session(database: Database) -> None:
    key = add_account(database, "admin", PASSWORD, must_change=True, now=NOW, role=Role.OPERATOR, lingkup="657942")
    token = start_session(database, key, NOW)
    assert find_session(database, token, NOW) == SignedIn(
        key, "admin", must_change=True, role=Role.OPERATOR, lingkup="657942"
    )
    set_password(database, key, "teh manis hangat", NOW)
    assert find_session(database, token, NOW) is None
    assert not password_fits(database, key, PASSWORD)
    assert password_fits(database, key, "teh manis hangat")
    fresh = sign_in(database, "admin", "teh manis hangat", NOW)
    assert fresh is not None
    assert find_session(database, fresh, NOW) == SignedIn(
        key, "admin", must_change=False, role=Role.OPERATOR, lingkup="657942"
    )
