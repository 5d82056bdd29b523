"""What became of an account."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountSaid:
    """What became of an account, to be shown once.

    Attributes:
        words: What was done.
        password: The one-time password, None where there is no new one.
    """

    words: str
    password: str | None = None
