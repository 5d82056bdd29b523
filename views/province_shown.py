"""The one province that a page shows at a time."""

from budget.scope import Scope
from views.asked import Asked
from views.region import province


def province_shown(asked: Asked) -> str:
    """Code of the province that is asked about; where it is the whole country, of the first."""
    return province(asked) or Scope.current().provinces[0].kode
