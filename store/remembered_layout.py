"""An explanation of a layout, as it is kept."""

from dataclasses import dataclass

from budget.layout import Layout


@dataclass(frozen=True)
class RememberedLayout:
    """An explanation of a layout, as it is kept.

    Attributes:
        number: Its number.
        layout: What was said.
        created_at: When, ISO 8601 in UTC.
        created_by: Account name.
    """

    number: int
    layout: Layout
    created_at: str
    created_by: str
