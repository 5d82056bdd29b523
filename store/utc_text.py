"""Times as the tables hold them."""

from datetime import UTC, datetime


def utc_text(time: datetime) -> str:
    """A time with its zone as ISO 8601 in UTC, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds")
