"""What can be taken back."""

from budget.slice import RPD, Slice
from views.published import Published


def public_slices(shown: Published) -> list[Slice]:
    """The slices of a release, newest period first, then by unit; plans follow the figures of their year."""
    parts = ["tahun", "bulan", "kode_satker", "sumber_dana"]
    cube = shown.cube[parts].drop_duplicates().astype(object)
    figures = [
        Slice(int(tahun), None if bulan is None else int(bulan), kode, dana)
        for tahun, bulan, kode, dana in cube.where(cube.notna(), None).itertuples(index=False, name=None)
    ]
    plans = [
        Slice(int(tahun), None, kode, dana, RPD)
        for tahun, kode, dana in shown.plans[["tahun", "kode_satker", "sumber_dana"]]
        .drop_duplicates()
        .itertuples(index=False, name=None)
    ]
    return sorted([*figures, *plans], key=lambda one: (-one.tahun, -(one.bulan or 0), one.kode_satker, one.sumber_dana))
