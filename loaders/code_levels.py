"""The level of each budget code."""

import re
from collections.abc import Sequence

from budget.lines import LEVELS

_PATTERNS = {
    "program": re.compile(r"[A-Z]{2}"),
    "kegiatan": re.compile(r"[A-Z]{2}\.\d{4}"),
    "ro": re.compile(r"[A-Z]{3}\.[A-Z0-9]{3}"),
    "subkomponen": re.compile(r"[A-Z0-9]{3}\.[A-Z0-9]{1,2}"),
    "akun": re.compile(r"\d{6}"),
    "item": re.compile(r"\d{6}\."),
}
_THREE = re.compile(r"[A-Z0-9]{3}")
_KRO = re.compile(r"[A-Z]{3}")
_CODE = re.compile(r"[A-Z]{2}(?:\.\d{4})?|[A-Z]{3}\.[A-Z0-9]{3}|[A-Z0-9]{3}(?:\.[A-Z0-9]{1,2})?|\d{6}")
ITEM = re.compile(r"(\d{6})\.\s*(?=\S)(.*)", re.DOTALL)
"""An item: its number, a dot and its text in one cell."""


def looks_like_code(text: str) -> bool:
    """True for a text that has the form of a budget code of any level, or begins with an item's number."""
    return _CODE.fullmatch(text) is not None or ITEM.fullmatch(text) is not None


def code_levels(codes: Sequence[str]) -> list[int | None]:
    """The level of each code, by its pattern and by the codes around it.

    A code of three letters may be a KRO or a komponen: it is what the next code makes of it (`AEB.001` is an
    RO below KRO `AEB`, `ZZZ.0A` a subkomponen below komponen `ZZZ`), else what the level before admits.

    Args:
        codes: Codes in row order, as Fa Detail writes them; items as their number and a dot (`000017.`).

    Returns:
        Positions in `budget.lines.LEVELS`; None where pattern and place decide nothing.
    """
    levels: list[int | None] = []
    before: int | None = None
    below_ro = False
    for position, code in enumerate(codes):
        name = next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(code)), None)
        if name is None and _THREE.fullmatch(code):
            following = next((other for other in codes[position + 1 : position + 4] if other != code), "")
            name = _of_three(code, following, before, below_ro)
        level = None if name is None else LEVELS.index(name)
        levels.append(level)
        if level is not None:
            before = level
            below_ro = level >= LEVELS.index("ro")
    return levels


def _of_three(code: str, following: str, before: int | None, below_ro: bool) -> str | None:
    may_be_kro = _KRO.fullmatch(code) is not None and before is not None
    if following.startswith(f"{code}."):
        tail = len(following) - len(code) - 1
        if may_be_kro and tail == 3:
            return "kro"
        if below_ro and tail < 3:
            return "komponen"
    if not may_be_kro:
        return "komponen" if below_ro else None
    if not below_ro:
        return "kro"
    if before == LEVELS.index("ro"):
        return "komponen"
    return None
