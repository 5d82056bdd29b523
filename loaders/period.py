"""The period that a title or a cell names."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "pebruari", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agus", "agust", "agt", "ags", "agu", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_NUMBER, key=len, reverse=True))
_MONTH = re.compile(
    rf"(?:\b(\d{{1,2}})[\s-]*)?(?<![a-z])({_NAMES})(?![a-z])\.?(?:[\s,/-]*(?:\d{{1,2}},\s*)?(20\d\d)\b)?", re.I
)
_SHORT = re.compile(rf"\b({_NAMES})\b\.?\s?[-'/ ]\s?'?(\d{{2}})\b(?![\d/-]|,?\s*20\d\d)", re.I)
_QUARTER = re.compile(
    r"\b(?:triwulan|tri wulan|tw|kuartal)\s*\.?\s*(?:ke\s*-?\s*)?(iv|iii|ii|i|[1-4])\b"
    r"(?:\s*(?:-|–|—|s\.?\s?d\.?|s/d|sampai(?: dengan)?)\s*(?:(?:triwulan|tw)\s*)?(iv|iii|ii|i|[1-4])\b)?",
    re.I,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NUMBER = re.compile(r"\bbulan\s*(?:ke\s*-?\s*)?:?\s*(0?[1-9]|1[0-2])\b(?![/.-]\d)", re.I)
_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)\b")
_ISO_DATE = re.compile(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})\b")
_YEAR = re.compile(r"\b(?:t\.?\s?a\b\.?|(?:tahun|thn\.?|th\.)(?:\s+anggaran)?)\s*:?\s*(20\d\d)\b", re.I)
_ANY_YEAR = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True)
class Period:
    """A period as a text names it; what it does not name is None.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12.
        impossible: Whether the text names a date that does not exist, so that it does say something of the month.
    """

    tahun: int | None
    bulan: int | None
    impossible: bool = False


def period(said: str | date) -> Period:
    """Reads a period: `Periode Maret 2026`, `SD JUNI`, `s.d. 31 Oktober 2024`, `TW III 2026`, `Feb-26`, `TA 2026`.

    Of two months (`Januari s.d. Maret 2026`), dates or quarters the last one counts; a quarter runs to the end of its
    last month. A date that does not exist (`31/02/2026`, `31 Februari 2026`) names no month.

    Args:
        said: A text, or the date that a cell holds.
    """
    if isinstance(said, date):
        return Period(said.year, said.month)
    budget = _YEAR.search(said)
    tahun = int(budget[1]) if budget else None
    quarters = list(_QUARTER.finditer(said))
    if quarters:
        return _of_quarter(said, quarters[-1], tahun)
    dates = [(match.end(), [int(part) for part in match.groups()[::-1]]) for match in _DATE.finditer(said)]
    dates += [(match.end(), [int(part) for part in match.groups()]) for match in _ISO_DATE.finditer(said)]
    if dates:
        year, month, day = max(dates)[1]
        return Period(year, month) if _exists(day, month, year) else Period(tahun, None, impossible=True)
    short = list(_SHORT.finditer(said))
    if short:
        return Period(2000 + int(short[-1][2]), _NUMBER[short[-1][1].casefold()])
    months = list(_MONTH.finditer(said))
    if not months:
        number = _MONTH_NUMBER.search(said)
        return Period(tahun, int(number[1]) if number else None)
    day_text, name, year_text = months[-1].groups()
    month = _NUMBER[name.casefold()]
    tahun = int(year_text) if year_text else tahun
    exists = _exists(int(day_text or 1), month, tahun or 2024)
    return Period(tahun, month if exists else None, impossible=not exists)


def _of_quarter(said: str, quarter: re.Match[str], tahun: int | None) -> Period:
    name = (quarter[2] or quarter[1]).casefold()
    year = _ANY_YEAR.search(said, quarter.end())
    return Period(int(year[1]) if year else tahun, (_ROMAN.get(name) or int(name)) * 3)


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
