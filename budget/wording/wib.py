"""Times as people in Java read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from budget.wording.month import day
from budget.wording.translation import gettext as _

_WIB = ZoneInfo("Asia/Jakarta")


def wib(time: str) -> str:
    """A stored time (ISO 8601, UTC) in Western Indonesian Time: `5 Oktober 2026 pukul 09.14 WIB`."""
    local = datetime.fromisoformat(time).astimezone(_WIB)
    return _("%(day)s pukul %(hour)s WIB") % {"day": day(local.date()), "hour": f"{local:%H.%M}"}
