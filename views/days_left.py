"""How far off a due date is."""

from datetime import date

from budget.wording.decimal import decimal


def days_left(due: date, today: date) -> str:
    """How far off a due date that has not passed is, in Indonesian: `hari ini`, `7 hari lagi`."""
    days = (due - today).days
    return f"{decimal(days)} hari lagi" if days else "hari ini"
