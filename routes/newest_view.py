"""The view of the newest figures."""

from budget.view import View
from views.published import Published


def newest_view(shown: Published) -> View | None:
    """The newest period of a release, money of the state budget; None where the release has no month."""
    return None if shown.newest_period is None else View(*shown.newest_period)
