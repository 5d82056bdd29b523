"""What became of an account."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountSaid:
    """What became of an account, to be shown once.

    Attributes:
        words: What was done.
        password: The one-time password, None where there is no new one.
        until: Until when that password holds, ISO 8601 in UTC.
    """

    words: str
    password: str | None = None
    until: str | None = None
