"""Budget codes in the rows of a hand-kept recap."""

import re

import pandas as pd

from budget.lines import LEVELS
from loaders.code_levels import code_levels
from loaders.label import tidy
from loaders.raw_text import raw_text
from loaders.sheet import Sheet
from loaders.table_spec import TableSpec

_LEADING = re.compile(r"([A-Z0-9.]+)(?:\s*[-|:.]\s*|\s+|$)(.*)", re.DOTALL)
_WHOLE = re.compile(
    r"(?:\d{3}\.\d{2}\.)?([A-Z]{2})\.(\d{4})\.([A-Z]{3})\.([A-Z0-9]{3})\.([A-Z0-9]{3})\.([A-Z0-9]{1,2})\.(5\d{5})"
)
_AKUN = re.compile(r"5\d{5}")
_SURE = frozenset({"kegiatan", "ro"})
"""Levels whose codes cannot be mistaken for a running number, a satker code or a word."""


def recap_codes(sheet: Sheet, spec: TableSpec, lines: pd.DataFrame) -> pd.DataFrame:
    """The same lines, with the codes that their rows begin with, written as Fa Detail writes them.

    Only codes that cannot be mistaken are taken: an akun of spending (`521211`), a kegiatan (`CQ.6709`), an RO
    (`QGE.001`) or a whole path (`076.01.CQ.6709.QGE.001.113.A.521211`). A code before a name is taken off the name.

    Args:
        sheet: Where the recap is.
        spec: What its columns are.
        lines: The lines that were read, in the shape of `budget.lines.LINES`.
    """
    amounts = {column for name, column in spec.columns.items() if name.endswith("_rp") or name == "persen"}
    wordy = [column for column in range(len(spec.header.labels)) if column not in amounts]
    named = spec.columns.get("uraian")
    found: dict[int, dict[str, str]] = {}
    for index, number in enumerate(lines["sumber_baris"].tolist()):
        row = sheet.rows[number - 1]
        for column in wordy:
            match = _LEADING.fullmatch(tidy(raw_text(row[column])).lstrip("'"))
            codes = _codes(match[1].rstrip(".")) if match else {}
            if codes:
                found.setdefault(index, {}).update(codes)
                if column == named and match and match[2].strip():
                    found[index]["uraian"] = match[2].strip()
    if not found:
        return lines
    out = lines.copy()
    for name in (*LEVELS, "uraian"):
        values = [found.get(index, {}).get(name) for index in range(len(lines))]
        if any(values):
            read = pd.Series(values, index=lines.index, dtype="str")
            out[name] = read.where(read.notna(), lines[name])
    return out


def _codes(text: str) -> dict[str, str]:
    whole = _WHOLE.fullmatch(text)
    if whole:
        program, kegiatan, kro, ro, komponen, sub, akun = whole.groups()
        codes = (
            *(program, f"{program}.{kegiatan}", kro, f"{kro}.{ro}", komponen),
            *(f"{komponen}.{sub.zfill(2)}", akun),
        )
        return dict(zip(LEVELS, codes, strict=False))
    if _AKUN.fullmatch(text):
        return {"akun": text}
    [level] = code_levels([text])
    name = "" if level is None else LEVELS[level]
    return {name: text} if name in _SURE else {}
