"""How much of what should be there is there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coverage:
    """How much of what should be there is there; printed with every aggregate.

    Attributes:
        reported: Units that reported the month.
        expected: Units that should.
        pagu_reported_rp: Ceiling held by the units that reported.
        pagu_expected_rp: The same for all expected units, with the newest ceiling known in that year for
            those that have no figures; None where a unit's ceiling is not known at all.
        missing: Names of the units that did not report.
        withdrawn: Names of the units whose figures of the month were taken back.
    """

    reported: int
    expected: int
    pagu_reported_rp: int
    pagu_expected_rp: int | None
    missing: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()

    @property
    def all_withdrawn(self) -> bool:
        """Whether there are no figures because every unit's were taken back."""
        return bool(self.withdrawn) and not self.reported and not self.missing
