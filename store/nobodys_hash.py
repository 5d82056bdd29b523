"""The hash of a password that nobody knows."""

import functools
import secrets

from store.account_password import password_hasher


@functools.cache
def nobodys_hash() -> str:
    """The hash of a random password that is kept nowhere; made once in a process, with the work of a sign-in."""
    return password_hasher.hash(secrets.token_urlsafe())
