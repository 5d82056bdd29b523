"""Sentences in the reader's language."""

import gettext as _gettext
from functools import cache
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from budget.data_folder import DATA_FOLDER
from budget.wording.language import language


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == "id":
        return _gettext.NullTranslations()
    compiled = BytesIO()
    with (DATA_FOLDER / "terjemahan" / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def gettext(sentence: str) -> str:
    """The sentence in the reader's language; one that its catalogue lacks stays Indonesian."""
    return _catalogue(language()).gettext(sentence)


def ngettext(one: str, many: str, number: int) -> str:
    """The sentence for that number of things; Indonesian has one form, so both texts may be the same."""
    return _catalogue(language()).ngettext(one, many, number)


def pgettext(where: str, word: str) -> str:
    """A word in the reader's language, which is shorter or another there than elsewhere.

    Args:
        where: Context of the catalogue, e.g. `petak` for what has to fit into a tile.
        word: Indonesian.
    """
    return _catalogue(language()).pgettext(where, word)
