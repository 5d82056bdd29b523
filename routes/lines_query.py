"""Which lines an address asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from budget.provinsi import Provinsi
from budget.reference import Reference
from budget.view import View

_SHAPES: Final = {
    "tahun": (r"[0-9]{1,4}", "tahun dan bulan harus bilangan bulat."),
    "bulan": (r"[0-9]{1,4}", "tahun dan bulan harus bilangan bulat."),
    "dana": ("|".join(View.DANA), "dana harus apbn atau hibah."),
    "satker": (r"[0-9]{6}", "satker harus enam angka, misalnya 657942."),
    "jenis": (r"[0-9]{2}", "jenis harus dua angka, misalnya 51."),
    "jalur": (
        r"[A-Z0-9.]{1,12}(/[A-Z0-9.]{1,12}){0,7}",
        "jalur harus kode dari program ke bawah, dipisahkan garis miring.",
    ),
}


@dataclass(frozen=True)
class LinesQuery:
    """Which lines of a release an address asks for; what it does not name is not narrowed down.

    Attributes:
        tahun: Budget year.
        bulan: Month up to whose last day the figures run.
        view: Whose money; only its `dana` counts.
        units: Satker codes.
        jenis: First two digits of the akun.
        jalur: Codes from program down, joined with `/`.
    """

    tahun: int | None = None
    bulan: int | None = None
    view: View | None = None
    units: tuple[str, ...] | None = None
    jenis: str = ""
    jalur: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str], reference: Reference) -> "LinesQuery":
        """The lines that a query names; their units by `satker`, by `kode` of the region, or `semua` of a province.

        Raises:
            ValueError: One of them is not what it should be; the message says so, in Indonesian.
        """
        for name, (shape, objection) in _SHAPES.items():
            if name in query and not re.fullmatch(shape, query[name]):
                raise ValueError(objection)
        tahun, bulan = (int(query[name]) if name in query else None for name in ("tahun", "bulan"))
        if bulan is not None and not 1 <= bulan <= 12:
            raise ValueError(f"bulan harus 1 sampai 12, bukan {bulan}.")
        view = View(0, 0, query["dana"]) if "dana" in query else None
        return cls(tahun, bulan, view, _units(query, reference), query.get("jenis", ""), query.get("jalur", ""))


def _units(query: Mapping[str, str], reference: Reference) -> tuple[str, ...] | None:
    named = [name for name in ("satker", "kode", "semua") if name in query]
    if len(named) > 1:
        raise ValueError(f"Pilih salah satu saja: {' atau '.join(named)}.")
    if "satker" in query:
        return (query["satker"],)
    if "kode" in query:
        if query["kode"] not in reference.by_kode_wilayah:
            raise ValueError("kode harus kode wilayah sebuah satker, misalnya 35.79.")
        return (reference.by_kode_wilayah[query["kode"]].kode_satker,)
    if "semua" in query:
        if query["semua"] not in Provinsi.all():
            raise ValueError("semua harus kode provinsi, misalnya 35.")
        return tuple(unit.kode_satker for unit in reference.in_province(query["semua"]))
    return None
