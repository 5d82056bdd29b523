"""Why there are no figures of several units, in words."""

from budget.coverage import Coverage
from budget.state import State
from budget.wording.decimal import decimal
from budget.wording.translation import gettext as _
from views.state_words import state_words


def lacking_words(coverage: Coverage) -> str:
    """Why none of the units has figures: `belum melapor`, `ditarik`, or `8 belum melapor, 1 ditarik`.

    Args:
        coverage: Of units none of which counts as reported.
    """
    if coverage.all_withdrawn:
        return state_words(State.DITARIK)
    if not coverage.withdrawn:
        return state_words(State.BELUM_MELAPOR)
    facts = {"missing": decimal(len(coverage.missing)), "withdrawn": decimal(len(coverage.withdrawn))}
    return _("%(missing)s belum melapor, %(withdrawn)s ditarik") % facts
