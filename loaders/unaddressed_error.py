"""A cell that does not say where it is."""


class UnaddressedError(Exception):
    """A cell without an address: its place is told by the blanks before it."""
