"""One row of the hierarchy, without its amounts."""

from typing import NamedTuple


class Heading(NamedTuple):
    """One row of the hierarchy, without its amounts.

    Attributes:
        level: Depth from program (0) down to akun (6) or item (7).
        code: The row's own code, e.g. `521211`.
        uraian: Its description.
        start: First leaf below it (or itself).
        stop: One past the last leaf below it.
    """

    level: int
    code: str
    uraian: str
    start: int
    stop: int
