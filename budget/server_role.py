"""What this server is for."""

import os
from enum import StrEnum
from functools import cache


class ServerRole(StrEnum):
    """What this server is for: readers, staff, or both."""

    PUBLIC = "public"
    STAFF = "staff"
    ALL = "all"

    @property
    def serves_staff(self) -> bool:
        """Whether it has sign-in, pages of staff and uploads; the public pages it has in each role."""
        return self != ServerRole.PUBLIC

    @classmethod
    def of(cls, name: str) -> "ServerRole":
        """The role that is called so.

        Raises:
            ValueError: There is none.
        """
        if name not in {*cls}:
            raise ValueError(f"SERAPAN_ROLE harus public, staff, atau all, bukan {name!r}.")
        return cls(name)

    @classmethod
    @cache
    def current(cls) -> "ServerRole":
        """The role of this process: `SERAPAN_ROLE`, read once; `all` where it is not set.

        Raises:
            ValueError: As in `of`.
        """
        return cls.of(os.environ.get("SERAPAN_ROLE") or "all")
