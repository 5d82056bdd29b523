"""What an unknown layout could mean."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """What an unknown layout could mean, for a person to correct.

    Attributes:
        sheet: Name of the sheet that holds most.
        rows: Texts of its first rows, all equally long.
        header_row: Proposed heading row, counted from 1.
        labels: Normalised labels of that row.
        fields: Proposed field of each column (`budget.field_words`), empty for a column to leave out.
        reasons: Why, in Indonesian words for the person who decides; empty where nothing is proposed.
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    header_row: int
    labels: tuple[str, ...]
    fields: tuple[str, ...]
    reasons: tuple[str, ...]
