"""What verifying found."""

from dataclasses import dataclass

from store.release import Release


@dataclass(frozen=True)
class Verified:
    """What verifying found.

    Attributes:
        findings: What does not fit, a sentence each, in the order in which it was found; none where all fits.
        files: How many files were held against their hashes.
        releases: How many releases.
        lines: How many lines, those of plans included.
        acts: How many acts.
        newest: The newest release, None where there is none.
    """

    findings: tuple[str, ...]
    files: int
    releases: int
    lines: int
    acts: int
    newest: Release | None
