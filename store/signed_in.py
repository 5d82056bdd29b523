"""Who a session belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignedIn:
    """Who a session belongs to.

    Attributes:
        account_id: Key of the account.
        name: Name of the account.
        must_change: The one-time password still stands: nothing may be done but to change it.
    """

    account_id: int
    name: str
    must_change: bool
