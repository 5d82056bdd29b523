"""Who may do what."""

from enum import StrEnum


class Role(StrEnum):
    """What an account is for."""

    OPERATOR = "operator"
    PENINJAU = "peninjau"
    ADMIN = "admin"

    @property
    def needs_code(self) -> bool:
        """Whether a sign-in takes a second factor."""
        return self != Role.OPERATOR
