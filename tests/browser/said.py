"""What cells have to say of figures worked out anew, in the page's language."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from budget.wording.miliar import miliar
from budget.wording.percentage import percentage
from budget.wording.points import points
from budget.wording.rupiah import rupiah
from budget.wording.short_rupiah import short_rupiah
from tests.browser.seen import Cell, tokens

Said = tuple[str, int | None] | None
"""The words of a cell and, where it has one, its figure; None for a label, which holds no amount at all."""

LABEL: Final = None


def full(amount: int) -> Said:
    """A figure in full."""
    return rupiah(amount), amount


def short(amount: int) -> Said:
    """A figure in a few digits."""
    return short_rupiah(amount), amount


def column(amount: int) -> Said:
    """A figure in miliar, below a heading that says so."""
    return miliar(amount), amount


def share(rate: Fraction | None) -> Said:
    """A percentage; an en dash where there is none."""
    return ("–" if rate is None else percentage(rate)), None


def gap(value: Fraction | None) -> Said:
    """Points with their sign."""
    return points(None if value is None else float(value)), None


def words(text: str) -> Said:
    """Words as they are."""
    return text, None


def agree(seen: Sequence[Sequence[Cell]], expected: Sequence[Sequence[Said]], language: str) -> None:
    """Compares every cell of every row, in order; each figure with its value, its words and its title."""
    assert [len(row) for row in seen] == [len(row) for row in expected], [[cell.text for cell in row] for row in seen]
    for row, said in zip(seen, expected, strict=True):
        for cell, one in zip(row, said, strict=True):
            _agree(cell, one, language, f"{cell.text!r} of {[other.text for other in row]}")


def _agree(cell: Cell, said: Said, language: str, place: str) -> None:
    if said is LABEL:
        assert (cell.figures, tokens(cell.text, language)) == ((), []), place
        return
    text, value = said
    if value is None:
        assert (cell.text, cell.figures) == (text, ()), place
        return
    [(exact, shown, title)] = cell.figures
    assert (exact, shown) == (str(value), text), place
    assert not title or title == rupiah(value), place
    assert cell.text.removeprefix("+" if value > 0 else "").startswith(text), place
    assert [one.lstrip("+") for one in tokens(cell.text, language)] == tokens(text, language), place
