"""An account as those who manage accounts see it."""

from dataclasses import dataclass

from store.role import Role


@dataclass(frozen=True)
class Account:
    """An account as those who manage accounts see it: without anything secret.

    Attributes:
        name: What the person signs in with.
        role: What the account is for.
        lingkup: Satker code of an operator, region code of a peninjau's province, None for an admin.
        created_at: Time, ISO 8601 in UTC.
        disabled_at: Since when it is closed, or None.
        must_change: The one-time password still stands.
        has_code: Its second factor is set up.
        last_sign_in: Time of the last sign-in, ISO 8601 in UTC, or None.
    """

    name: str
    role: Role
    lingkup: str | None
    created_at: str
    disabled_at: str | None
    must_change: bool
    has_code: bool
    last_sign_in: str | None
