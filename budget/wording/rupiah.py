"""Rupiah in full."""

MINUS = "\N{MINUS SIGN}"


def rupiah(amount: int | None) -> str:
    """Rupiah in full, id-ID: `Rp1.234.567`, `−Rp5`; an unknown amount is `tidak diketahui`."""
    if amount is None:
        return "tidak diketahui"
    return f"{MINUS if amount < 0 else ''}Rp{abs(amount):,}".replace(",", ".")
