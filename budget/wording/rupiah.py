"""Rupiah in full."""

from budget.wording.decimal import MINUS, decimal
from budget.wording.translation import gettext as _


def rupiah(amount: int | None) -> str:
    """Rupiah in full: `Rp1.234.567`, `−Rp5`; an unknown amount is `tidak diketahui`."""
    if amount is None:
        return _("tidak diketahui")
    return f"{MINUS if amount < 0 else ''}Rp{decimal(abs(amount))}"
