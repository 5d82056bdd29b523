"""The period that a title names."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    ("januari", "jan"),
    ("februari", "pebruari", "feb", "peb"),
    ("maret", "mar", "mrt"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agus", "agust", "agt", "ags", "agu"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "des"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = re.compile(
    r"\b(" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?(?:\s+(20\d\d))?", re.IGNORECASE
)
_QUARTER = re.compile(
    r"\b(?:triwulan|tri wulan|tw|kuartal)\s*\.?\s*(iv|iii|ii|i|[1-4])\b(?:.*?\b(20\d\d)\b)?", re.IGNORECASE
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHORT = re.compile(r"\b([a-z]{3,9})[-'/ ](\d{2})\b(?![\d/-])", re.IGNORECASE)
_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)\b")
_YEAR = re.compile(r"\b(?:ta|t\.a\.?|tahun(?:\s+anggaran)?)\s*:?\s*(20\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """A period as a text names it; what it does not name is None.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12.
    """

    tahun: int | None
    bulan: int | None


def period(text: str) -> Period:
    """Reads a period: `Periode Maret 2026`, `SD JUNI`, `s.d. 31 Oktober 2024`, `TW III 2026`, `Feb-26`, `TA 2026`.

    Of two months (`Januari s.d. Maret 2026`) the last one counts; a quarter runs to the end of its last month. A date
    that does not exist (`31/02/2026`) names no month.
    """
    budget = _YEAR.search(text)
    tahun = int(budget[1]) if budget else None
    quarter = _QUARTER.search(text)
    if quarter:
        number = _ROMAN.get(quarter[1].casefold()) or int(quarter[1])
        return Period(int(quarter[2]) if quarter[2] else tahun, number * 3)
    short = _SHORT.search(text)
    if short and short[1].casefold() in _NUMBER:
        return Period(2000 + int(short[2]), _NUMBER[short[1].casefold()])
    dates = list(_DATE.finditer(text))
    if dates:
        day, month, year = (int(part) for part in dates[-1].groups())
        return _of_date(day, month, year, tahun)
    months = list(_MONTH.finditer(text))
    if not months:
        return Period(tahun, None)
    last = months[-1]
    if last[2]:
        tahun = int(last[2])
    return Period(tahun, _NUMBER[last[1].casefold()])


def _of_date(day: int, month: int, year: int, tahun: int | None) -> Period:
    try:
        date(year, month, day)
    except ValueError:
        return Period(tahun, None)
    return Period(year, month)
