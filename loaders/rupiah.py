"""Rupiah for a person to read."""


def rupiah(amount: int) -> str:
    """An amount in whole rupiah as Indonesians write it, e.g. `Rp1.234.567` or `-Rp1`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,}".replace(",", ".")
