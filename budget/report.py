"""What was recognised in an upload, and what is wrong with it."""

from dataclasses import dataclass

from budget.control import Control
from budget.issue import Issue
from budget.issue_catalogue import issue_catalogue
from budget.row_count import RowCount
from budget.slice import Slice


@dataclass(frozen=True)
class Report:
    """What was recognised in an upload, and what is wrong with it.

    Attributes:
        format: Name of the format, e.g. `sakti-fa-detail`.
        slices: What the upload would replace.
        rows: What became of each row that was read.
        control: Every printed total beside the computed one.
        issues: All that a person has to know, worst first.
    """

    format: str
    slices: tuple[Slice, ...]
    rows: RowCount
    control: tuple[Control, ...]
    issues: tuple[Issue, ...]

    @property
    def publishable(self) -> bool:
        """True when something was read and no issue blocks it."""
        return bool(self.slices) and not any(issue.level == "error" for issue in self.issues)

    @property
    def needs_note(self) -> bool:
        """True when something in it has to be explained to the public."""
        return any(issue_catalogue()[issue.code].note == "ya" for issue in self.issues)

    def as_dict(self) -> dict[str, object]:
        """The report as plain values, in the shape of `report.json`."""
        return {
            "format": self.format,
            "slices": [vars(piece).copy() for piece in self.slices],
            "rows": {"read": self.rows.read, **vars(self.rows)},
            "control": [vars(control).copy() for control in self.control],
            "issues": [issue.as_dict() for issue in self.issues],
            "publishable": self.publishable,
        }
