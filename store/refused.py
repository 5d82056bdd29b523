"""Something the store will not do."""

from budget.issue import Issue


class Refused(Exception):  # noqa: N818  (named by what happened)
    """Something the store will not do; nothing was changed.

    Attributes:
        issue: Why, for the person who asked.
    """

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue
