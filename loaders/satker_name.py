"""Names of units, made comparable."""

import re
from functools import lru_cache

from loaders.label import tidy

_NUMBERING = re.compile(r"^\d{1,3}\s*[.)]\s*")
_PREFIX = re.compile(
    r"^(?:\d{6}\s*[-|.:]?\s*)?(?:(?:sekretariat|kantor|satuan kerja|satker|unit|pemerintah|pemda)\s+)*"
    r"(?:(?:kpud?|k\.p\.u\.?|kip|komisi pemilihan umum|komisi independen pemilihan)\b[\s.-]*)?"
)
_EITHER = re.compile(r"^kab(?:upaten)?\.?\s*/\s*kota\b\s*")
_KIND = re.compile(
    r"^(?:pem)?(kabupaten|kab|kotamadya|kodya|kota|kot|provinsi|propinsi|prov)\b\.?\s*(?:administrasi\b|adm\b\.?)?\s*"
)
_KINDS = {"kab": "kabupaten", "kabupaten": "kabupaten", "kota": "kota", "kot": "kota"}
_KINDS |= {"kotamadya": "kota", "kodya": "kota"}
_PROVINCE_BEHIND = re.compile(r"(?<=\w)\s+(?:provinsi|propinsi|prov)\b.*$")
_PROVINCE = re.compile(r"pro[vp]")
_PART = re.compile(r"[,()]")
_NOT_A_LETTER = re.compile(r"[^a-z ]+")


@lru_cache(maxsize=4096)
def satker_name(text: str) -> tuple[str | None, str]:
    """Splits a unit's name into its kind and its place, both normalised.

    What stands behind a comma or in brackets is its kind (`Malang (Kota)`) or does not count (`…, Jawa Timur`).

    Returns:
        `kabupaten`, `kota`, `provinsi` or None where the name does not say, and the place without it, e.g.
        `SEKRETARIAT KPU KAB. MALANG` gives (`kabupaten`, `malang`).
    """
    whole = _PREFIX.sub("", _NUMBERING.sub("", tidy(text).casefold()), count=1).strip()
    first, *more = [part.strip() for part in _PART.split(whole)]
    if any(_KIND.match(part) and not _KIND.fullmatch(part) and not _PROVINCE.match(part) for part in more):
        first, more = whole, []
    rest = _EITHER.sub("", first)
    match = _KIND.match(rest) if rest == first else None
    kinds = [match, *(_KIND.fullmatch(part) for part in more)]
    kind = next((_KINDS.get(found[1], "provinsi") for found in kinds if found), None)
    place = rest[match.end() :] if match else rest
    return kind, " ".join(_NOT_A_LETTER.sub(" ", _PROVINCE_BEHIND.sub("", place)).split())
