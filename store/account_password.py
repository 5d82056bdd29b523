"""How passwords are kept."""

import argon2

password_hasher = argon2.PasswordHasher.from_parameters(argon2.profiles.RFC_9106_LOW_MEMORY)
"""Argon2id with 64 MiB, three passes, four lanes (RFC 9106, second recommended option)."""
