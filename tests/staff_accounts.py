"""Accounts of staff for tests."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import sqlalchemy as sa

from store.accounts import add_account
from store.database import Database
from store.role import Role
from store.sessions import start_session
from store.tables import account
from tests.browser.staff import PASSWORD
from tests.stored import SURABAYA, fresh_database


def add_staff(database: Database, name: str, role: Role, lingkup: str | None = None) -> str | None:
    """Adds an account with `tests.browser.staff.PASSWORD`.

    Returns:
        The secret of its second factor, which is set up already, as `tests.browser.staff.sign_in` takes it; None for
        an operator, who needs none.
    """
    now = datetime.now(UTC)
    key = add_account(database, name, PASSWORD, must_change=False, now=now, role=role, lingkup=lingkup)
    if role == Role.OPERATOR:
        return None
    secret = pyotp.random_base32()
    with database.write() as connection:
        connection.execute(sa.update(account).where(account.c.id == key).values(totp_secret=secret))
    return secret


def signed_in_operator(folder: Path) -> tuple[Path, str]:
    """An empty database in a folder where siti of Surabaya is signed in: its path, and the token of her session."""
    now = datetime.now(UTC)
    with closing(fresh_database(folder)) as database:
        key = add_account(database, "siti", "kata", must_change=False, now=now, role=Role.OPERATOR, lingkup=SURABAYA)
        return folder / "serapan.sqlite", start_session(database, key, now)
