"""Who may do what."""

from enum import StrEnum


class Role(StrEnum):
    """What an account is for."""

    OPERATOR = "operator"
    PENINJAU = "peninjau"
    ADMIN = "admin"
