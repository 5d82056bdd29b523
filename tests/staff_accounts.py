"""Accounts of staff for tests."""

from datetime import UTC, datetime

import pyotp
import sqlalchemy as sa

from store.accounts import add_account
from store.database import Database
from store.role import Role
from store.tables import account
from tests.browser.staff import PASSWORD


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
