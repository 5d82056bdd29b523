"""The day in Western Indonesian Time."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

_WIB: Final = ZoneInfo("Asia/Jakarta")


def wib_date(time: str) -> date:
    """The day on which a stored time (ISO 8601, UTC) falls in Western Indonesian Time (UTC+7)."""
    return datetime.fromisoformat(time).astimezone(_WIB).date()
