"""Who a session belongs to."""

from dataclasses import dataclass

from store.role import Role


@dataclass(frozen=True)
class SignedIn:
    """Who a session belongs to.

    Attributes:
        account_id: Key of the account.
        name: Name of the account.
        must_change: The one-time password still stands: nothing may be done but to change it.
        role: What the account is for.
        lingkup: Satker code of an operator, region code of a peninjau's province, None for an admin.
        confirmed: The second factor was given, or the role asks for none.
    """

    account_id: int
    name: str
    must_change: bool
    role: Role
    lingkup: str | None = None
    confirmed: bool = True

    @property
    def ready(self) -> bool:
        """Whether nothing is left to be done before work: neither a new password nor the second factor."""
        return self.confirmed and not self.must_change
