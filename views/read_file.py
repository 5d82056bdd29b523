"""One of the files that somebody chose, and what became of it."""

from dataclasses import dataclass

from budget.declared import Declared
from budget.draft import Draft
from budget.issue import Issue
from budget.upload import Upload
from views.preview import Preview


@dataclass(frozen=True)
class ReadFile:
    """One of the files that somebody chose, and what became of it.

    Attributes:
        upload: The file.
        declared: What was said about it.
        draft: What was read, None where nothing could be.
        issue: Why it cannot be read, None where it could be.
        preview: What it would change, None where nothing was read.
    """

    upload: Upload
    declared: Declared
    draft: Draft | None
    issue: Issue | None
    preview: Preview | None
