"""When an uploaded export is released."""

from datetime import date

_DAY = 12


def release_day(uploaded: date) -> date:
    """The first release, on the 12th of a month, at or after an upload."""
    if uploaded.day <= _DAY:
        return uploaded.replace(day=_DAY)
    return date(uploaded.year + uploaded.month // 12, uploaded.month % 12 + 1, _DAY)
