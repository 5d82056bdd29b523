"""Due dates for people's own calendars."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from icalendar import Alarm, Calendar, Event, vDuration

from budget.due_dates import DueDate, due_dates
from budget.satker import Satker
from budget.wording.language import language
from budget.wording.month import day, month
from budget.wording.translation import gettext as _

_MORNING: Final = timedelta(hours=9)
_REMINDERS: Final = (timedelta(days=7), timedelta(days=1))
_ASK_AGAIN: Final = timedelta(days=1)


def calendar_feed(unit: Satker | None, reported: Collection[tuple[int, int]], *, origin: str, made: datetime) -> bytes:
    """Every due date as iCalendar (RFC 5545), in the reader's language.

    Each is a day, with reminders at nine in the morning, and keeps its UID when the address, the language or the day
    changes.

    Args:
        unit: The unit whose calendar it is, None for that of all.
        reported: Months (tahun, bulan) that are left out.
        origin: Scheme and host under which we are known.
        made: Now, with time zone.
    """
    name = _("Batas lapor: %(unit)s") % {"unit": unit.nama} if unit else _("Batas lapor satker KPU")
    feed = Calendar()
    feed.add("prodid", f"-//Serapan KPU//Kalender lapor//{language().upper()}")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("name", name)
    feed.add("x-wr-calname", name)
    feed.add("refresh-interval", vDuration(_ASK_AGAIN), parameters={"VALUE": "DURATION"})
    feed.add("x-published-ttl", vDuration(_ASK_AGAIN))
    for due in due_dates(language()).values():
        if (due.tahun, due.bulan) not in reported:
            feed.add_component(_event(due, origin, made))
    content: bytes = feed.to_ical()
    return content


def _event(due: DueDate, origin: str, made: datetime) -> Event:
    page = f"{origin}/unggah"
    facts = {"month": month(due.bulan), "year": due.tahun, "day": day(due.jatuh_tempo), "basis": due.dasar}
    summary = _("Batas lapor %(month)s %(year)s") % facts
    words = _("Laporan %(month)s %(year)s ditunggu paling lambat %(day)s. Dasar: %(basis)s. Unggah: %(page)s")
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_OID, f"serapan/kalender/{due.tahun}-{due.bulan:02d}")))
    event.add("dtstamp", made)
    event.add("dtstart", due.jatuh_tempo)
    event.add("dtend", due.jatuh_tempo + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", words % {**facts, "page": page})
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    for before in _REMINDERS:
        event.add_component(_reminder(summary, before))
    return event


def _reminder(words: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", _MORNING - before)
    return alarm
