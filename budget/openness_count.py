"""How many cells of the openness matrix are in which state."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from budget.openness_cell import OpennessCell
from budget.report_state import ReportState


@dataclass(frozen=True)
class OpennessCount:
    """How many cells of the openness matrix, of a month or of a unit, are in which state.

    Attributes:
        on_time: Reported by the due date.
        late: Reported after it.
        missing: Not reported, and the due date has passed.
        not_due: Not reported, and the due date has not passed.
        not_applicable: Not asked for.
        corrected: Of those reported, how many were replaced since.
        withdrawn: Reported, and taken back since.
    """

    on_time: int
    late: int
    missing: int
    not_due: int
    not_applicable: int
    corrected: int
    withdrawn: int = 0

    @classmethod
    def of(cls, cells: Iterable[OpennessCell]) -> "OpennessCount":
        """Counts cells."""
        known = list(cells)
        states = Counter(cell.state for cell in known)
        return cls(
            on_time=states[ReportState.TEPAT_WAKTU],
            late=states[ReportState.TERLAMBAT],
            missing=states[ReportState.BELUM_MELAPOR],
            not_due=states[ReportState.BELUM_JATUH_TEMPO],
            not_applicable=states[ReportState.TIDAK_BERLAKU],
            corrected=sum(cell.corrected for cell in known if cell.state != ReportState.TIDAK_BERLAKU),
            withdrawn=states[ReportState.DITARIK],
        )

    @property
    def reported(self) -> int:
        """Reports that came, in time or not, and were not taken back."""
        return self.on_time + self.late

    @property
    def expected(self) -> int:
        """Reports that are asked for, those not yet due among them; coverage is `reported` of `expected`."""
        return self.reported + self.missing + self.withdrawn + self.not_due
