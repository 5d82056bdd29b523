"""Slices in words."""

from collections.abc import Sequence

from budget.reference import Reference
from budget.slice import RPD, Slice
from budget.wording.month import month


def slices_words(slices: Sequence[Slice]) -> str:
    """What slices are about, in Indonesian: `KPU Kota Surabaya, September 2026, RM`, several counted.

    Args:
        slices: Any; none at all gives an empty text.
    """
    named = Reference.load().by_kode_satker
    units = list(dict.fromkeys(piece.kode_satker for piece in slices))
    periods = list(dict.fromkeys(map(_period, sorted(slices, key=lambda piece: (piece.tahun, piece.bulan or 0)))))
    sources = list(dict.fromkeys(piece.sumber_dana for piece in slices))
    units = [named[kode].nama if kode in named else kode for kode in units]
    return ", ".join(filter(None, (_several(units, "satker"), _several(periods, "periode"), _several(sources, ""))))


def _period(piece: Slice) -> str:
    if piece.kind == RPD:
        return f"RPD {piece.tahun}"
    return f"{month(piece.bulan)} {piece.tahun}" if piece.bulan else str(piece.tahun)


def _several(words: Sequence[str], what: str) -> str:
    if not what:
        return " dan ".join(words)
    return words[0] if len(words) == 1 else f"{len(words)} {what}" if words else ""
