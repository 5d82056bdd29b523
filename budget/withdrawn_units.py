"""Whose figures of a month were taken back."""

from collections.abc import Collection

from budget.slice import RPD, Slice
from budget.view import View


def withdrawn_units(withdrawn: Collection[Slice], view: View) -> set[str]:
    """Satker codes of the units that have slices of figures of the view's month among those that were taken back."""
    return {
        one.kode_satker
        for one in withdrawn
        if (one.tahun, one.bulan) == (view.tahun, view.bulan) and view.covers(one.sumber_dana) and one.kind != RPD
    }
