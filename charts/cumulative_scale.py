"""The scale of the cumulative chart."""

from budget.picture import Picture

_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1, "rupiah"))


def cumulative_scale(picture: Picture) -> tuple[int, str]:
    """Rupiah per unit of the chart's axis, and that unit's name, e.g. (10**9, `miliar`)."""
    top = max(point.pagu_rp for point in picture.months)
    return next((scale for scale in _SCALES if top >= 5 * scale[0]), _SCALES[-1])
