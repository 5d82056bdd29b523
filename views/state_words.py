"""States in words."""

from budget.state import State
from budget.wording.translation import gettext as _


def state_words(state: str) -> str:
    """A state in the reader's language, e.g. `belum melapor`.

    Raises:
        KeyError: There is no such state.
    """
    return {
        State.MELAPOR: _("melapor"),
        State.NOL: _("nol"),
        State.BELUM_MELAPOR: _("belum melapor"),
        State.DITARIK: _("ditarik"),
        State.TIDAK_ADA_PAGU: _("tidak ada pagu"),
        State.TIDAK_BERLAKU: _("tidak berlaku"),
    }[State(state)]
