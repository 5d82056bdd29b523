"""A gap as a whole number of points."""

from decimal import ROUND_HALF_UP, Decimal


def whole_points(gap: float) -> int:
    """A gap rounded as `points` words it, half away from zero: 3 of 2.5, −12 of −11.5."""
    return int(Decimal(gap).quantize(Decimal(1), ROUND_HALF_UP))
