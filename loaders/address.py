"""Cell addresses."""

from functools import cache


@cache
def column_letters(column: int) -> str:
    """Letters of a zero-based column: 0 is `A`, 26 is `AA`."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """Zero-based column of its letters; `A` is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """The address of a cell, e.g. `P16`, from zero-based row and column."""
    return f"{column_letters(column)}{row + 1}"
