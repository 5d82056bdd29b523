"""Whether a file can be handed in, and what is to be done."""

from dataclasses import dataclass

from budget.issue import Issue


@dataclass(frozen=True)
class Verdict:
    """Whether a file can be handed in, and what is to be done.

    Attributes:
        can: Whether it can.
        words: Why not, or that it can; Indonesian.
        wrong: Whether something has to be mended.
        issue: What a person has to know beside the report, None for nothing.
    """

    can: bool
    words: str
    wrong: bool = False
    issue: Issue | None = None
