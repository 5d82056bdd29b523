"""Something public that a release replaced."""

from dataclasses import dataclass

from budget.slice import Slice
from budget.slice_version import SliceVersion
from budget.totals import Totals


@dataclass(frozen=True)
class Correction:
    """Public figures, or a public withdrawal plan, that a release replaced: a row of the ledger.

    Whether it is a *revision* (later, better data) or a *correction* (a mistake) is not kept yet; the release's note
    is all that is known of the reason.

    Attributes:
        release: Number of the release that replaced it.
        published_at: Its time, ISO 8601 in UTC.
        published_by: Account name of who published it.
        note: What the publisher wrote about the whole release.
        slice: What was replaced.
        before: What stood until then; it stays in the releases before.
        after: What stands since.
    """

    release: int
    published_at: str
    published_by: str
    note: str
    slice: Slice
    before: SliceVersion
    after: SliceVersion

    @property
    def change(self) -> Totals:
        """Figures, after − before, rupiah; None where either is unknown, and for a withdrawal plan.

        All is zero where only lines within the slice differ.
        """
        before, after = vars(self.before.totals), vars(self.after.totals)
        return Totals(**{name: _difference(before[name], after[name]) for name in before})

    @property
    def plan_change_rp(self) -> int | None:
        """The year's sum of a withdrawal plan, after − before, rupiah; None for figures."""
        return _difference(self.before.rencana_rp, self.after.rencana_rp)


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before
