"""What an address asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from budget.classification import Classification
from budget.lines import LEVELS
from budget.scope import Scope
from budget.view import View
from budget.wording.language import LANGUAGES
from views.published import Published

CHOICES: Final = {
    "dana": View.DANA,
    "dasar": View.DASAR,
    "tingkat": tuple(level for level in LEVELS if level != "item"),
    "kelompok": ("jenis_wilayah", "ukuran_pagu", "pilkada"),
    "urut": ("kode", "selisih_rp", "selisih_poin"),
    "jenis": ("semua", "51", "52", "53", "57"),
    "klasifikasi": ("semua", *map(str, Classification)),
    "bahasa": LANGUAGES,
}
"""The codes on offer, the first of each holds where an address names none."""

_EVERYWHERE: Final = ("tahun", "bulan", "dana", "dasar", "kode", "rilis", "bahasa")
_OWN: Final = {
    "wilayah": ("tingkat",),
    "bandingkan": ("kelompok", "urut", "jenis"),
    "keterbukaan": ("klasifikasi",),
    "koreksi": ("anggaran",),
    "baris": ("jenis", "jalur", "semua"),
}


@dataclass(frozen=True)
class Asked:
    """What an address asks for, as plain codes: open it elsewhere and it is the same view.

    Attributes:
        page: Path of the page without a slash; empty for the first.
        view: Year, month and basis.
        kode: Region code; empty for all.
        rilis: Release that was asked for by its number; None for the newest.
        bahasa: A code of `LANGUAGES`.
        tingkat: How far down the budget is opened.
        kelompok: What units are compared by.
        urut: In which order.
        jenis: A jenis belanja, or `semua`.
        jalur: Codes from program down, joined by `/`; empty for all.
        semua: Province all of whose units are meant, where more than one is shown; empty for all or for one unit.
        klasifikasi: A class of public information, or `semua`.
        anggaran: Budget year of what was corrected; empty for all.
        hari: Day (ISO 8601, WIB) that reporting is judged on, for the one page that depends on it; else empty.
        origin: Scheme and host under which we are known, for links that leave the page.
        theme: `light` or `dark`.
        replaced: The address asked for something that there is not, e.g. a period without figures, and this is another.
    """

    page: str
    view: View
    kode: str = ""
    rilis: int | None = None
    bahasa: str = "id"
    tingkat: str = "program"
    kelompok: str = "jenis_wilayah"
    urut: str = "kode"
    jenis: str = "semua"
    jalur: str = ""
    semua: str = ""
    klasifikasi: str = "semua"
    anggaran: str = ""
    hari: str = ""
    origin: str = ""
    theme: str = "light"
    replaced: bool = False

    @classmethod
    def of(
        cls,
        page: str,
        query: Mapping[str, str],
        shown: Published,
        *,
        origin: str = "",
        theme: str = "light",
        hari: str = "",
    ) -> "Asked":
        """Reads a query; what it does not name, or names wrongly, is the newest period or the first choice."""
        chosen = {name: query[name] if query.get(name) in codes else codes[0] for name, codes in CHOICES.items()}
        years = shown.periods
        tahun, bulan = _period(_number(query.get("tahun")), _number(query.get("bulan")), shown)
        known = Scope.current().regions
        kode = query["kode"] if query.get("kode") in known else ""
        asked = cls(
            page=page,
            view=View(tahun, bulan, chosen.pop("dana"), chosen.pop("dasar")),
            kode=kode,
            rilis=None if shown.newest and not query.get("rilis") else shown.release.number,
            semua=query["semua"] if query.get("semua") in known else "",
            jalur=query.get("jalur", "") if _PATH.fullmatch(query.get("jalur", "")) else "",
            anggaran=query["anggaran"] if _number(query.get("anggaran")) in years else "",
            hari=hari,
            origin=origin,
            theme=theme,
            replaced=False,
            **chosen,
        )
        return replace(asked, replaced=not asked._is(query))

    def _is(self, query: Mapping[str, str]) -> bool:
        """Whether all that an address names of this page is what this view shows."""
        values: dict[str, Any] = {**vars(self), **vars(self.view)}
        names = (*_EVERYWHERE, *_OWN.get(self.page, ()))
        pairs = [(query[name], values[name] or "") for name in names if name in query]
        return all(text == str(value) or _number(text) == value for text, value in pairs)

    def query(self, page: str | None = None, **changes: object) -> dict[str, str]:
        """What an address of this view names, with changes; what is the first choice is left out."""
        values: dict[str, Any] = {**vars(self), **vars(self.view), **changes}
        names = (*_EVERYWHERE, *_OWN.get(self.page if page is None else page, ()))
        return {name: str(values[name]) for name in names if values[name] not in {None, "", _FIRST.get(name)}}

    def link(self, page: str | None = None, **changes: object) -> str:
        """The address of this view with changes, on this page or another."""
        query = self.query(page, **changes)
        return f"/{self.page if page is None else page}?{urlencode(query, safe='/')}"

    def lines(self, **changes: object) -> str:
        """The address of the lines behind a figure of this page."""
        scope = Scope.current()
        if self.page == "wilayah":
            return self.link("baris", **{"kode": self.kode or scope.provinces[0].kode, **changes})
        return self.link("baris", **{"kode": "", "semua": self.kode[:2] if scope.national else "", **changes})


_PATH: Final = re.compile(r"[A-Z0-9.]{1,12}(/[A-Z0-9.]{1,12}){0,7}")
_FIRST: Final = {name: codes[0] for name, codes in CHOICES.items() if name != "dana"}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= 6 else None


def _period(tahun: int | None, bulan: int | None, shown: Published) -> tuple[int, int]:
    years, newest = shown.periods, shown.newest_period
    if newest is None:
        raise ValueError("a release without a month has no view")
    if tahun not in years:
        tahun = newest[0]
    if bulan in years[tahun]:
        return tahun, bulan
    return newest if tahun == newest[0] else (tahun, max(years[tahun]))
