"""The table of a comparison."""

from budget.comparison import Comparison
from budget.per_capita import PerCapita
from budget.reference import Reference
from budget.scope import Scope
from budget.standing import Standing
from budget.state import State
from budget.wording.rupiah import rupiah
from budget.wording.short_name import short_name
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.download_link import download_link
from views.lacking_words import lacking_words
from views.published import Published
from views.region import province
from views.render import render
from views.state_words import state_words


def comparison_table(
    shown: Published, asked: Asked, comparison: Comparison, *, order_words: str, basis: str, marked: str
) -> str:
    """Every unit under its group, with the sum and the median of each.

    Args:
        shown: The release.
        asked: The view.
        comparison: What is shown.
        order_words: In which order rows are.
        basis: Date and basis in words.
        marked: Code of the unit that stands out; empty for none.
    """
    reference = Reference.load()
    units = [unit for group in comparison.groups for unit in group.peers.members] + list(comparison.outside)
    places = {unit.code: reference.by_kode_satker[unit.code].kode_wilayah for unit in units}
    per_capita = {unit.code: PerCapita.of([unit], reference) for unit in units}
    voters = any(one.dpt is not None for one in per_capita.values())
    sums = {group.peers.rule.id: _unknown(group.peers.reporting, group.per_capita) for group in comparison.groups}
    table, only = ("satker.csv", "") if asked.jenis == "semua" else ("baris.csv", asked.jenis)
    return render(
        "comparison_table.html",
        comparison=comparison,
        links={code: asked.link("wilayah", kode=kode) for code, kode in places.items()},
        lines={code: asked.link("baris", kode=kode) for code, kode in places.items()},
        per_capita=per_capita,
        lacking_words=lacking_words,
        unknown={**sums, **{unit.code: _unknown((unit,), per_capita[unit.code]) for unit in units}},
        voters=voters,
        width=9 if voters else 8,
        csv=download_link(shown.release.number, table, asked.view, jenis=only, kode=_province(asked)),
        csv_words=_("Unduh CSV baris-baris ini") if only else _("Unduh CSV tabel ini"),
        short_name=short_name,
        order_words=order_words,
        basis_line=basis,
        marked=marked,
    )


def _province(asked: Asked) -> str:
    return province(asked) or "" if Scope.current().national else ""


def _unknown(units: tuple[Standing, ...], found: PerCapita) -> str:
    """Why there is no rupiah per voter or polling station, where there is none."""
    if found.realisasi_rp is None:
        return rupiah(None)
    if any(Reference.load().by_kode_satker[unit.code].tingkat == "provinsi" for unit in units):
        return state_words(State.TIDAK_BERLAKU)
    return _("belum ada acuan")
