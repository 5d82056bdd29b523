"""Sources of funds in words."""

from budget.sumber_dana import TIDAK_DIRINCI
from budget.wording.translation import gettext as _


def sumber_dana_words(sumber_dana: str) -> str:
    """A source of funds as pages write it: its code, or in the reader's language that the file does not say."""
    return _("tidak dirinci") if sumber_dana == TIDAK_DIRINCI else sumber_dana
