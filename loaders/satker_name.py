"""Names of units, made comparable."""

import re

from loaders.label import tidy

_PREFIX = re.compile(
    r"^(?:\d{6}\s*[-|.:]?\s*)?(?:(?:sekretariat|kantor|satker|unit)\s+)*"
    r"(?:(?:kpu|k\.p\.u\.?|komisi pemilihan umum)\s*)?"
)
_KIND = re.compile(r"^(?:(kab|kabupaten|kota|kodya|prov|provinsi|propinsi)\b\.?\s*)")
_KINDS = {"kab": "kabupaten", "kabupaten": "kabupaten", "kota": "kota", "kodya": "kota"}
_NOT_A_LETTER = re.compile(r"[^a-z ]+")


def satker_name(text: str) -> tuple[str | None, str]:
    """Splits a unit's name into its kind and its place, both normalised.

    Returns:
        `kabupaten`, `kota`, `provinsi` or None where the name does not say, and the place without it, e.g.
        `SEKRETARIAT KPU KAB. MALANG` gives (`kabupaten`, `malang`).
    """
    rest = _PREFIX.sub("", tidy(text).casefold(), count=1).strip()
    match = _KIND.match(rest)
    kind = None if match is None else _KINDS.get(match[1], "provinsi")
    place = rest[match.end() :] if match else rest
    return kind, " ".join(_NOT_A_LETTER.sub(" ", place).split())
