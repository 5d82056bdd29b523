"""Who somebody is, in another's word."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vouched:
    """Who somebody is, in the word of the provider of organisation accounts.

    Attributes:
        issuer: The provider.
        subject: The provider's own key of the person, never given to another (`sub`); empty where it names none.
        email: Their address, as the provider writes it; empty where it names none.
        email_verified: The provider says that the address is theirs.
    """

    issuer: str
    subject: str
    email: str
    email_verified: bool
