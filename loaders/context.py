"""What a format may know beside the sheet."""

from dataclasses import dataclass

from budget.declared import Declared
from budget.issue import Issue
from budget.reference import Reference
from budget.sumber_dana import SUMBER_DANA, TIDAK_DIRINCI


@dataclass(frozen=True)
class Context:
    """What a format may know beside the sheet.

    Attributes:
        file: Name of the upload, for the source columns.
        reference: Units and regions.
        declared: What the person who uploads says.
    """

    file: str
    reference: Reference
    declared: Declared

    def sumber_dana(self, sheet: str, named: str | None = None) -> tuple[str, list[Issue]]:
        """The source of funds: the sheet's, else the declared one, else `tidak dirinci` with an issue.

        Args:
            sheet: Name of the sheet, for the issue.
            named: The code that the sheet names, or None.
        """
        source = named or self.declared.sumber_dana
        if source is None:
            return TIDAK_DIRINCI, [Issue.of("source-of-funds-unknown", sheet=sheet)]
        if source not in (*SUMBER_DANA, TIDAK_DIRINCI):
            expected = ", ".join(SUMBER_DANA)
            return TIDAK_DIRINCI, [Issue.of("source-of-funds-invalid", sheet=sheet, raw=source, expected=expected)]
        return source, []
