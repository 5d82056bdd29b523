"""The period that a title names."""

import re
from dataclasses import dataclass

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
    """Reads a period such as `Periode Maret 2026`, `SD JUNI`, `s.d. 31 Oktober 2024` or `TA 2026`.

    Of two months (`Januari s.d. Maret 2026`) the last one counts.
    """
    months = list(_MONTH.finditer(text))
    budget = _YEAR.search(text)
    tahun = int(budget[1]) if budget else None
    if not months:
        return Period(tahun, None)
    last = months[-1]
    if last[2]:
        tahun = int(last[2])
    return Period(tahun, _NUMBER[last[1].casefold()])
