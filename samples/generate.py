"""The sample exports, in the order in which they were uploaded."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from budget.reference import Reference
from budget.satker import Satker
from samples.before_correction import before_correction
from samples.file_name import file_name
from samples.flaw import Flaw
from samples.flaws import FLAWS
from samples.release_day import release_day
from samples.sample import Sample
from samples.seed import SEED
from samples.simulate import simulate
from samples.tree import Tree
from samples.unit_year import UnitYear
from samples.upload_day import upload_day

_GRANT = frozenset({(2024, 10), (2024, 11), (2024, 12), (2025, 1), (2025, 2), (2025, 3)})


class _Planned(NamedTuple):
    released: date
    uploaded: date
    unit: Satker
    tahun: int
    bulan: int
    sumber_dana: str
    correction: Flaw | None
    koreksi: bool


def generate(
    reference: Reference,
    *,
    units: tuple[Satker, ...] | None = None,
    first: tuple[int, int] = (2024, 10),
    months: int = 24,
    seed: int = SEED,
) -> Iterator[Sample]:
    """Invents exports for units and months, as a sequence of releases.

    Each month's files make one release on the 12th of the month after; a late file goes into the next one; each
    correction is a release of its own. RM for every month, pilkada grants (HLD) for October 2024 to March 2025. What
    is wrong on purpose is listed in `samples.flaws.FLAWS`:

    - missing: RM September 2026 of Kabupaten Sampang and Kota Blitar; Sumenep February and March 2025, Situbondo
      July 2025, Kota Probolinggo January 2026; the grant of Bangkalan March 2025;
    - late: Banyuwangi May 2025, Kota Batu October 2025, Ngawi April 2026, Bojonegoro June 2026; the grant of Pacitan
      December 2024;
    - corrected: Tulungagung August 2025 (spending omitted at first), Kabupaten Malang March 2026 (old pagu at first),
      Jember May 2026 (money came back: a line's cumulative falls);
    - a line above its pagu by 6 %: Lumajang September 2026 (its pagu is cut in July);
    - no capital budget: Kota Madiun and Kota Mojokerto in all years, Trenggalek in 2026;
    - nothing spent: Bondowoso January 2025.

    Args:
        reference: Where the units are found.
        units: The units; those of Jawa Timur by default.
        first: Year and month to begin with, not before January 2024.
        months: How many months, not beyond December 2026.
        seed: Other seeds give other figures.

    Yields:
        Samples in the order of their release and upload. Amounts are rupiah.
    """
    years: dict[tuple[str, int, str], UnitYear] = {}
    batches: dict[date, int] = {}
    for planned in sorted(_plan(units or reference.in_province("35"), first, months), key=_order):
        batch = batches.setdefault(planned.released, len(batches) + 1)
        key = (planned.unit.kode_satker, planned.tahun, planned.sumber_dana)
        if key not in years:
            years[key] = simulate(planned.unit, planned.tahun, planned.sumber_dana, seed, FLAWS)
        tree = years[key].tree(planned.bulan)
        if planned.correction and not planned.koreksi:
            tree = _first_version(planned, planned.correction, tree, seed)
        name = file_name(tree.header, planned.sumber_dana, koreksi=planned.koreksi)
        koreksi = planned.correction if planned.koreksi else None
        yield Sample(name, tree, planned.sumber_dana, batch, planned.uploaded, koreksi)


def _first_version(planned: _Planned, flaw: Flaw, correct: Tree, seed: int) -> Tree:
    others = tuple(other for other in FLAWS if other != flaw)
    year = simulate(planned.unit, planned.tahun, planned.sumber_dana, seed, others)
    return before_correction(flaw, correct, year.tree(planned.bulan))


def _plan(units: tuple[Satker, ...], first: tuple[int, int], months: int) -> Iterator[_Planned]:
    flaws = {(flaw.kode_satker, flaw.tahun, flaw.bulan, flaw.sumber_dana, flaw.concerns_file): flaw for flaw in FLAWS}
    start = first[0] * 12 + first[1] - 1
    for tahun, bulan in ((month // 12, month % 12 + 1) for month in range(start, start + months)):
        for sumber_dana in ("RM", "HLD") if (tahun, bulan) in _GRANT else ("RM",):
            for unit in units:
                uploaded = upload_day(tahun, bulan, unit.kode_satker)
                flaw = flaws.get((unit.kode_satker, tahun, bulan, sumber_dana, True))
                if flaw and flaw.kind == "missing":
                    continue
                if flaw and flaw.kind == "late" and flaw.tanggal:
                    uploaded = flaw.tanggal
                corrected = flaw if flaw and flaw.is_correction else None
                own = (unit, tahun, bulan, sumber_dana, corrected)
                yield _Planned(release_day(uploaded), uploaded, *own, koreksi=False)
                if corrected and corrected.tanggal:
                    yield _Planned(corrected.tanggal, corrected.tanggal, *own, koreksi=True)


def _order(planned: _Planned) -> tuple[date, date, str, str]:
    return planned.released, planned.uploaded, planned.sumber_dana, planned.unit.kode_satker
