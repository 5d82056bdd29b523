"""The kinds of issue that exist."""

import csv
from dataclasses import dataclass
from functools import cache

from budget.data_folder import DATA_FOLDER

LEVELS = ("error", "warning", "info")


@dataclass(frozen=True)
class IssueKind:
    """A kind of issue: a row of `data/issues.csv`; message and remedy are `str.format` templates.

    `note` is `ya` where who publishes has to explain it to the public.
    """

    code: str
    level: str
    message: str
    remedy: str
    note: str | None = None


@cache
def issue_catalogue() -> dict[str, IssueKind]:
    """All kinds of issue by code, read once from `data/issues.csv`."""
    with (DATA_FOLDER / "issues.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: IssueKind(**row) for row in csv.DictReader(file)}
