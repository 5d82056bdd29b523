"""The ways in which a text can be read as a number."""

import re
from typing import NamedTuple

_CURRENCY = re.compile(r"(?:Rp\.?|IDR)\s*", re.IGNORECASE)
_NO_DECIMALS = re.compile(r"[.,]\s*[-–=]+$")
_GROUPS = {
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII),
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+", re.ASCII),
}
_DECIMAL_WAY = {",": "id", ".": "en"}
_GROUP_WAY = {".": "id", ",": "en"}
_DASHES = frozenset({"", "-", "–", "—"})


class NumberText(NamedTuple):
    """One way to read a text as a number.

    Attributes:
        way: `id` (`1.234,5`), `en` (`1,234.5`), or empty where the text has no separator.
        negative: Whether it is below zero: `-1`, `1-`, `(1)`.
        whole: Digits before the decimal sign.
        part: Digits after it, empty where there are none.
    """

    way: str
    negative: bool
    whole: str
    part: str


def number_text(text: str) -> tuple[NumberText, ...] | None:
    """Reads a text as a number, in every way in which that can be done.

    Of two separators the last one is the decimal sign. One separator with exactly three digits after it (`1.234`) can
    be thousands or a decimal sign: thousands come first. `21,276,070,424,00` fits no way.

    Args:
        text: E.g. `Rp 1.000,-`, `(1.234)`, `1.234-`, `467.998.630.663,83`.

    Returns:
        None where the text stands for an empty cell (blank or a dash), the empty tuple where it is no number.
    """
    if text[:1].isdigit() and text[-1:].isdigit() and text.isascii():
        return _ways(text, negative=False)
    bare = _without_currency(text.replace("\u00a0", " ").replace("\u202f", " ").strip())
    if bare in _DASHES:
        return None
    bare = _NO_DECIMALS.sub("", bare)
    negative = True
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    elif bare.startswith(("-", "−")):
        bare = bare[1:].strip()
    elif bare.endswith("-"):
        bare = bare[:-1].strip()
    else:
        negative = False
    bare = _NO_DECIMALS.sub("", _without_currency(bare))
    if not bare.isascii():
        return ()
    return _ways(bare, negative=negative)


def _without_currency(text: str) -> str:
    match = _CURRENCY.match(text)
    return text[match.end() :] if match else text


def _ways(bare: str, *, negative: bool) -> tuple[NumberText, ...]:
    points, commas = bare.count("."), bare.count(",")
    if not points and not commas:
        return (NumberText("", negative, bare, ""),) if bare.isdigit() else ()
    if points and commas:
        sign, group = (",", ".") if bare.rfind(",") > bare.rfind(".") else (".", ",")
        whole, _, part = bare.rpartition(sign)
        if part.isdigit() and _GROUPS[group].fullmatch(whole):
            return (NumberText(_DECIMAL_WAY[sign], negative, whole.replace(group, ""), part),)
        return ()
    sign = "." if points else ","
    grouped = _GROUPS[sign].fullmatch(bare) is not None
    thousands = (NumberText(_GROUP_WAY[sign], negative, bare.replace(sign, ""), ""),) if grouped else ()
    if points + commas > 1:
        return thousands
    whole, _, part = bare.partition(sign)
    if not (whole.isdigit() and part.isdigit()):
        return ()
    return (*thousands, NumberText(_DECIMAL_WAY[sign], negative, whole, part))
