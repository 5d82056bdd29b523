"""The scale of the cumulative chart."""

from budget.picture import Picture
from budget.wording.translation import gettext as _


def cumulative_scale(picture: Picture) -> tuple[int, str]:
    """Rupiah per unit of the chart's axis, and that unit's name, e.g. (10**9, `miliar`)."""
    top = max(point.pagu_rp for point in picture.months)
    scales = ((10**12, _("triliun")), (10**9, _("miliar")), (10**6, _("juta")), (1, _("rupiah")))
    return next((scale for scale in scales if top >= 5 * scale[0]), scales[-1])
