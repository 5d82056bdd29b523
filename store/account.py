"""An account as those who manage accounts see it."""

from dataclasses import dataclass
from datetime import datetime

from store.role import Role
from store.utc_text import utc_text


@dataclass(frozen=True)
class Account:
    """An account as those who manage accounts see it: without anything secret.

    Attributes:
        name: What the person signs in with.
        role: What the account is for.
        lingkup: Satker code of an operator, region code of a peninjau's province, None for an admin.
        created_at: Time, ISO 8601 in UTC.
        disabled_at: Since when it is closed, or None.
        one_time_until: Until when its one-time password opens it, ISO 8601 in UTC; None where the person chose another.
        has_code: Its second factor is set up.
        last_sign_in: Time of the last sign-in, ISO 8601 in UTC, or None.
    """

    name: str
    role: Role
    lingkup: str | None
    created_at: str
    disabled_at: str | None
    one_time_until: str | None
    has_code: bool
    last_sign_in: str | None

    def one_time_over(self, now: datetime) -> bool:
        """Whether its one-time password opens it no more."""
        return self.one_time_until is not None and self.one_time_until <= utc_text(now)
