"""One invented export of any unit and month."""

from budget.reference import Reference
from samples.file_name import file_name
from samples.flaws import FLAWS
from samples.sample import Sample
from samples.seed import SEED
from samples.simulate import simulate
from samples.upload_day import upload_day


def sample_for(
    kode_satker: str,
    tahun: int,
    bulan: int,
    *,
    sumber_dana: str = "RM",
    reference: Reference | None = None,
    seed: int = SEED,
) -> Sample:
    """Makes one export that continues what `generate` makes, e.g. the month after its last for a trial upload.

    It is the right one: a slice that `generate` leaves out, sends late or corrects is given as it should be.

    Args:
        kode_satker: Six-digit satker code.
        tahun: Budget year, 2024–2026 (a grant: 2024–2025).
        bulan: Month, 1–12.
        sumber_dana: `RM` or `HLD`.
        reference: Where the unit is found; the shipped tables by default.
        seed: That of `generate`.

    Raises:
        KeyError: There is no such unit.
        ValueError: There are no samples for the year and source.
    """
    unit = (reference or Reference.load()).by_kode_satker[kode_satker]
    tree = simulate(unit, tahun, sumber_dana, seed, FLAWS).tree(bulan)
    name = file_name(tree.header, sumber_dana)
    return Sample(name, tree, sumber_dana, 0, upload_day(tahun, bulan, kode_satker))
