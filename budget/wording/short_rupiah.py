"""Rupiah in a few digits."""

from decimal import ROUND_HALF_UP, Decimal

from budget.wording.decimal import MINUS, decimal
from budget.wording.rupiah import rupiah
from budget.wording.translation import gettext as _

_SIZES = (10**6, 10**9, 10**12)


def short_rupiah(amount: int | None) -> str:
    """Rupiah with one decimal in the unit that leaves at most three digits: `Rp4,1 miliar`; below a million in full."""
    if amount is None or abs(amount) < 10**6:
        return rupiah(amount)
    scaled = [(Decimal(abs(amount)) / size).quantize(Decimal("0.1"), ROUND_HALF_UP) for size in _SIZES]
    unit = next((index for index, value in enumerate(scaled) if value < 1000), len(scaled) - 1)
    name = (_("juta"), _("miliar"), _("triliun"))[unit]
    return f"{MINUS if amount < 0 else ''}Rp{decimal(scaled[unit], 1)} {name}"
