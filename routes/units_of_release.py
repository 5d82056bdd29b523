"""The table of units of a release."""

import pandas as pd

from budget.cast_table import cast_table
from budget.draw_picture import draw_picture
from budget.reference import Reference
from budget.scope import Scope
from budget.units_table import units_table
from budget.view import View
from views.published import Published


def units_of_release(shown: Published, view: View, province: str | None = None) -> pd.DataFrame:
    """What a page shows of each unit in one view, as `units_table` gives it.

    Raises:
        KeyError: That province is not shown here.
    """
    scope = Scope.current()
    picture = draw_picture(
        shown.cube, scope.units(province), view, name=scope.name(province), plans=shown.plans, withdrawn=shown.withdrawn
    )
    return cast_table(units_table(picture, Reference.load()), "satker")
