"""A kind of sheet that can be read."""

from typing import Protocol

from loaders.context import Context
from loaders.reading import Reading
from loaders.sheet import Sheet


class Format(Protocol):
    """A kind of sheet that can be read: one file in this folder, one line in the registry.

    Attributes:
        name: Stable name, e.g. `sakti-fa-detail`.
    """

    @property
    def name(self) -> str:
        """Stable name, e.g. `sakti-fa-detail`."""

    def recognises(self, sheet: Sheet) -> bool:
        """True when heading words and shape are this format's; never by file name or fixed columns."""

    def read(self, sheet: Sheet, context: Context) -> Reading:
        """Makes budget lines of a recognised sheet."""
