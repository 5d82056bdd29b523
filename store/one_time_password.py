"""Passwords that are for one sign-in only."""

import secrets


def one_time_password() -> str:
    """A random password of 120 bits."""
    return secrets.token_urlsafe(15)
