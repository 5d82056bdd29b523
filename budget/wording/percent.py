"""A share in percent."""

from fractions import Fraction

from budget.wording.percentage import percentage


def percent(part: int | None, whole: int | None) -> str:
    """`part` of `whole` with one decimal: `58,8 %`, in English `58.8%`; an en dash where there is no share."""
    return "–" if part is None or not whole else percentage(Fraction(part * 100, whole))
