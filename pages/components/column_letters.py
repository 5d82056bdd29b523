"""Names of columns."""

from string import ascii_uppercase


def column_letters(count: int) -> list[str]:
    """The names of the first columns of a spreadsheet, A to ZZ."""
    pairs = [first + second for first in ascii_uppercase for second in ascii_uppercase]
    return [*ascii_uppercase, *pairs][:count]
