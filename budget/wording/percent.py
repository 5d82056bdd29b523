"""A share in percent."""

from decimal import ROUND_HALF_UP, Decimal

from budget.wording.rupiah import MINUS


def percent(part: int | None, whole: int | None) -> str:
    """`part` of `whole` with one decimal, id-ID: `58,8 %`; an en dash where there is no share."""
    if part is None or not whole:
        return "–"
    value = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{MINUS if value < 0 else ''}{abs(value):.1f}\N{NO-BREAK SPACE}%".replace(".", ",")
