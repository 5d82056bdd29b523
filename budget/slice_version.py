"""What one file said of a slice."""

from dataclasses import dataclass

from budget.totals import Totals


@dataclass(frozen=True)
class SliceVersion:
    """What one file said of a slice.

    Attributes:
        release: Release in which it was first public.
        berkas: Name of the file.
        sha256: Its digest.
        uploaded_at: When it came, ISO 8601 in UTC.
        totals: Sums of figures, rupiah; None where an amount is unknown, and for a withdrawal plan.
        rencana_rp: The year's sum of a withdrawal plan, rupiah; None for figures.
    """

    release: int
    berkas: str
    sha256: str
    uploaded_at: str
    totals: Totals
    rencana_rp: int | None
