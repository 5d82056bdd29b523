"""The day that reporting is judged on."""

from datetime import UTC, date, datetime

from budget.wib_date import wib_date
from store.releases import find_release
from views.published import Published


def judged_on(shown: Published) -> date:
    """Today (WIB) for the newest release, and for a past one the last day on which it was the newest."""
    later = None if shown.newest else find_release(shown.database, shown.release.number + 1)
    return wib_date(later.published_at if later else datetime.now(UTC).isoformat())
