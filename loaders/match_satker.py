"""From a text to a unit."""

import re
from collections import defaultdict
from functools import lru_cache

from rapidfuzz import fuzz, process

from budget.reference import Reference
from budget.satker import Satker
from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.satker_match import SatkerMatch
from loaders.satker_name import satker_name
from loaders.sheet import Cell

_CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
_LEAST, _GAP = 80, 6
"""Least similarity, and least distance to the next name (0–100): of 3,294 noisy spellings 0.09 % went wrong with
them, none of them KAB for KOTA."""


def match_satker(cell: Cell, reference: Reference) -> SatkerMatch:
    """Which unit a cell means: by its six-digit code first, else by its name.

    A name without KAB or KOTA that a kabupaten and a kota share is ambiguous, never a guess.

    Args:
        cell: E.g. `657541 | KPU KOTA …`, `KPU KAB. X`, 656553, or a DIPA number.
        reference: The units.
    """
    text = tidy(raw_text(cell)).lstrip("'")
    codes = list(dict.fromkeys(_CODE.findall(text)))
    if codes:
        return _of_codes(codes, reference)
    if not any(character.isalpha() for character in text):
        return SatkerMatch(None, "none")
    kind, place = satker_name(text)
    if not place:
        return SatkerMatch(None, "none")
    names = _names(reference)
    exact = [unit for unit in names.get(place, ()) if kind in (None, unit.tingkat)]
    if len(exact) == 1:
        return SatkerMatch(exact[0].kode_satker, "name", tuple(exact))
    if exact:
        return SatkerMatch(None, "ambiguous", tuple(exact))
    return _similar(place, kind, names)


def _of_codes(codes: list[str], reference: Reference) -> SatkerMatch:
    known = tuple(reference.by_kode_satker[code] for code in codes if code in reference.by_kode_satker)
    if not known:
        return SatkerMatch(codes[0], "unknown")
    return (
        SatkerMatch(known[0].kode_satker, "code", known) if len(known) == 1 else SatkerMatch(None, "ambiguous", known)
    )


def _similar(place: str, kind: str | None, names: dict[str, list[Satker]]) -> SatkerMatch:
    choices = [name for name, units in names.items() if kind is None or any(unit.tingkat == kind for unit in units)]
    best = process.extract(place, choices, scorer=fuzz.ratio, limit=2)
    if not best or best[0][1] < _LEAST:
        return SatkerMatch(None, "unknown")
    close = [name for name, score, _ in best if best[0][1] - score < _GAP]
    units = tuple(unit for name in close for unit in names[name] if kind in (None, unit.tingkat))
    if len(units) == 1:
        return SatkerMatch(units[0].kode_satker, "similar", units)
    return SatkerMatch(None, "ambiguous", units)


@lru_cache(maxsize=4)
def _by_name(units: tuple[Satker, ...]) -> dict[str, list[Satker]]:
    found: dict[str, list[Satker]] = defaultdict(list)
    for unit in units:
        found[satker_name(unit.nama)[1]].append(unit)
    return dict(found)


def _names(reference: Reference) -> dict[str, list[Satker]]:
    return _by_name(reference.satker)
