"""What is shown before the first release."""

from budget.wording.language import LANGUAGES, in_language
from budget.wording.translation import gettext as _
from views.render import render
from views.screen import Screen


def nothing(language: str | None) -> Screen:
    """A page that says that nothing is published yet; in Indonesian where the language is not one of ours."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    with in_language(code):
        return Screen(_("Serapan"), _("Belum ada rilis."), (render("empty.html"),), code)
