"""Passwords that are too easily guessed."""

import re
from functools import cache
from typing import Final

from budget.data_folder import DATA_FOLDER
from budget.reference import Reference

_LEAST_CHARACTERS: Final = 15
_MOST_CHARACTERS: Final = 256
_LEAST_REPEATS: Final = 3
_LEAST_LETTERS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")


def password_objection(password: str, name: str) -> str | None:
    """Why a password cannot be taken, in Indonesian; None where it can.

    Args:
        password: As typed.
        name: Of the account.
    """
    if not _LEAST_CHARACTERS <= len(password) <= _MOST_CHARACTERS:
        return f"Sandi baru harus {_LEAST_CHARACTERS} sampai {_MOST_CHARACTERS} karakter."
    plain = "".join(filter(str.isalnum, password.lower()))
    letters = "".join(filter(str.isalpha, plain))
    if _repeats(password.lower()) or _repeats(plain):
        return "Sandi baru hanya mengulang potongan yang sama. Pilih yang lain."
    if _words("sandi_terlarang.txt").intersection((plain, letters)):
        return "Sandi baru terlalu umum, jadi mudah ditebak. Pilih yang lain."
    if _made_of(letters, _guessable() | set(_WORD.findall(name.lower()))):
        return (
            "Sandi baru hanya terdiri atas angka atau kata yang mudah ditebak (nama akun, daerah, bulan, pemilu). "
            "Tambahkan beberapa kata lain."
        )
    return None


def _repeats(text: str) -> bool:
    """Whether a short unit is all there is, three times or more; the last may be cut short."""
    most = len(text) // _LEAST_REPEATS
    return any(text[width:] == text[:-width] for width in range(1, most + 1))


def _made_of(letters: str, words: set[str]) -> bool:
    """Whether a text can be cut into these words without a rest; so can one without letters."""
    ends = {0}
    for end in range(1, len(letters) + 1):
        if any(letters[start:end] in words for start in ends):
            ends.add(end)
    return len(letters) in ends


@cache
def _guessable() -> set[str]:
    names = " ".join(unit.nama for unit in Reference.load().satker).lower()
    return {*_words("sandi_konteks.txt"), *(word for word in _WORD.findall(names) if len(word) >= _LEAST_LETTERS)}


@cache
def _words(file: str) -> frozenset[str]:
    return frozenset((DATA_FOLDER / file).read_text("utf-8").split())
