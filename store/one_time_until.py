"""How long one-time passwords hold."""

from datetime import datetime, timedelta
from typing import Final

from store.utc_text import utc_text

_HOURS: Final = 72


def one_time_until(given: datetime) -> str:
    """Until when a one-time password opens its account, ISO 8601 in UTC.

    Args:
        given: When it was given, with time zone.
    """
    return utc_text(given + timedelta(hours=_HOURS))
