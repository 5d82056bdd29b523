"""A file that cannot be read at all."""

from budget.issue import Issue


class Unreadable(Exception):  # noqa: N818  (named by what the file is)
    """A file that cannot be read at all: nothing of it is kept.

    Attributes:
        issue: The one thing that is wrong, for the person who sent it.
    """

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[Issue]]:
        return type(self), (self.issue,)
