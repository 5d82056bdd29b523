"""Something that a person has to know about an upload."""

from dataclasses import dataclass

from budget.issue_catalogue import issue_catalogue


@dataclass(frozen=True)
class Issue:
    """Something that a person has to know about an upload: a record, not a sentence.

    Attributes:
        code: Stable name of the kind of issue, a row of `data/issues.csv`.
        level: `error` (blocks publication), `warning` or `info`.
        sheet: Name of the sheet, or None where the whole file is meant.
        cell: Address such as `P16`, or None.
        raw: The text that was found there, or None.
        expected: What should stand there, or None.
        message: What happened, in Indonesian, rendered from the catalogue.
        remedy: What to do, in Indonesian, rendered from the catalogue.
    """

    code: str
    level: str
    sheet: str | None
    cell: str | None
    raw: str | None
    expected: str | None
    message: str
    remedy: str

    @classmethod
    def of(
        cls,
        code: str,
        *,
        sheet: str | None = None,
        cell: str | None = None,
        raw: str | None = None,
        expected: str | None = None,
        **facts: object,
    ) -> "Issue":
        """Builds an issue from its catalogue row.

        Args:
            code: A code of `data/issues.csv`.
            sheet: Name of the sheet.
            cell: Address of the cell.
            raw: The text found there.
            expected: What should stand there.
            **facts: What the row's templates name beside raw, expected, sheet and cell.

        Raises:
            KeyError: The catalogue has no such code, or a template names a fact that is not given.
        """
        kind = issue_catalogue()[code]
        known = {"raw": raw, "expected": expected, "sheet": sheet, "cell": cell, **facts}
        return cls(
            code=code,
            level=kind.level,
            sheet=sheet,
            cell=cell,
            raw=raw,
            expected=expected,
            message=kind.message.format_map(known),
            remedy=kind.remedy.format_map(known),
        )

    def as_dict(self) -> dict[str, str | None]:
        """The record as plain values, in the order of the fields."""
        return vars(self).copy()
