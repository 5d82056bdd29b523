"""The reader's language."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

LANGUAGES: Final = ("id", "en")
"""Indonesian is what everything is written in; the others have a catalogue in `data/terjemahan/`."""

_LOCALES: Final = {"id": "id_ID", "en": "en_GB"}
_language: ContextVar[str] = ContextVar("language", default="id")


def language() -> str:
    """The language that sentences and numbers are in now: a code of `LANGUAGES`."""
    return _language.get()


def locale() -> str:
    """The same as a locale of Babel (Unicode CLDR), e.g. `id_ID`."""
    return _LOCALES[language()]


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Within the block everything is worded in that language; other threads and tasks are not touched.

    Raises:
        KeyError: There is no such language.
    """
    if code not in _LOCALES:
        raise KeyError(code)
    before = _language.set(code)
    try:
        yield
    finally:
        _language.reset(before)
