"""What the labels of a heading mean."""

import csv
import re
from functools import cache

from budget.data_folder import DATA_FOLDER
from loaders.label import label

_UNIT = re.compile(r"\s*\((?:dalam |rp\.?|ribuan|jutaan|miliar|juta|ribu|rupiah|,|\s|000)+\)|\s+\(?rp\.?\)?$")
_NUMBERING = re.compile(r"\s*\(\d+\)$")


@cache
def _aliases() -> dict[str, str]:
    with (DATA_FOLDER / "aliases.csv").open(encoding="utf-8", newline="") as file:
        return {label(row["label"]): row["field"] for row in csv.DictReader(file)}


def alias_field(text: str) -> str:
    """The field that a heading's label means, by `data/aliases.csv`; empty where it is not known.

    Units (`Pagu (Rp)`, `Realisasi (dalam ribuan)`), numbering (`Pagu (3)`), dots and case do not count. Of a label over
    several heading rows the whole counts first, then its last part, then its first.
    """
    whole = _plain(text)
    parts = [whole, *reversed([_plain(part) for part in text.split(" / ")])]
    return next((_aliases()[part] for part in parts if part in _aliases()), "")


def _plain(text: str) -> str:
    plain = label(_NUMBERING.sub("", _UNIT.sub("", label(text))))
    return re.sub(r"\s*/\s*", "/", plain)
