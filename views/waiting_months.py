"""Months whose report waits for a reviewer."""

from collections.abc import Iterable

from budget.slice import RPD, Slice
from budget.view import View
from store.submission import Submission


def waiting_months(queue: Iterable[Submission], kode_satker: str) -> set[tuple[int, int]]:
    """Months (tahun, bulan) of a unit for which figures of the state budget wait; plans and grants do not count.

    Args:
        queue: What waits.
        kode_satker: Code of the unit.
    """
    return {
        (piece.tahun, piece.bulan)
        for one in queue
        for piece in map(Slice.of_key, one.slices)
        if piece.kode_satker == kode_satker
        and piece.kind != RPD
        and piece.bulan is not None
        and View(piece.tahun, piece.bulan).covers(piece.sumber_dana)
    }
