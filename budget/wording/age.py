"""How long ago something was."""

from datetime import datetime


def age(time: str, now: datetime) -> str:
    """How long a stored time (ISO 8601, UTC) is past, in Indonesian: `2 hari`, `5 jam`, `kurang dari 1 jam`."""
    hours = int((now - datetime.fromisoformat(time)).total_seconds() // 3600)
    if hours >= 24:
        return f"{hours // 24} hari"
    return f"{hours} jam" if hours >= 1 else "kurang dari 1 jam"
