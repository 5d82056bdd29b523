"""Whose money a page is about."""

from budget.reference import Reference
from budget.satker import Satker
from budget.scope import Scope
from budget.wording.language import language
from budget.wording.translation import gettext as _
from views.asked import Asked
from views.frame import Choice


def province(asked: Asked) -> str | None:
    """Code of the province that is asked about; None where it is the whole country."""
    scope = Scope.current()
    return asked.kode[:2] or (None if scope.national else scope.kode)


def province_units(asked: Asked) -> tuple[Satker, ...]:
    """The units of the province that is asked about, or of the whole country."""
    return Scope.current().units(province(asked))


def region_name(asked: Asked) -> str:
    """Name of the province that is asked about, or of the country."""
    return Scope.current().name(province(asked), language())


def unit_asked(asked: Asked) -> Satker:
    """The one unit that is asked about; where none is, the province's own."""
    return Reference.load().by_kode_wilayah[asked.kode or Scope.current().provinces[0].kode]


def province_choice(asked: Asked, *, whole: bool = True) -> list[Choice]:
    """The select box of provinces, where more than one is shown.

    Args:
        asked: The view.
        whole: Whether the whole country is on offer.
    """
    scope = Scope.current()
    if not scope.national:
        return []
    names = [(one.kode, scope.name(one.kode, language())) for one in scope.provinces]
    return [Choice("kode", _("Provinsi"), [("", "Indonesia"), *names] if whole else names, province(asked) or "")]


def unit_choice(asked: Asked, *, all_words: str = "") -> Choice:
    """The select box of units: those of the province, then the other provinces' own.

    Args:
        asked: The view.
        all_words: Words for all of them together; empty where one has to be chosen.
    """
    own = province_units(asked) if province(asked) else ()
    others = [unit for unit in Scope.current().units() if unit.tingkat == "provinsi" and unit not in own]
    options = [(unit.kode_wilayah, unit.nama) for unit in (*own, *others)]
    if all_words:
        options.insert(0, ("", all_words))
    return Choice("kode", _("Wilayah"), options, asked.kode if all_words else unit_asked(asked).kode_wilayah)
