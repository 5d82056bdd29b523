"""Times as people in Java read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from budget.wording.month import month

_WIB = ZoneInfo("Asia/Jakarta")


def wib(time: str) -> str:
    """A stored time (ISO 8601, UTC) in Western Indonesian Time: `5 Oktober 2026 pukul 09.14 WIB`."""
    local = datetime.fromisoformat(time).astimezone(_WIB)
    return f"{local.day} {month(local.month)} {local.year} pukul {local:%H.%M} WIB"
