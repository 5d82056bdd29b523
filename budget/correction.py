"""Something public that a release replaced or withdrew."""

from dataclasses import dataclass

from budget.slice import Slice
from budget.slice_version import SliceVersion
from budget.totals import Totals


@dataclass(frozen=True)
class Correction:
    """Public figures, or a public withdrawal plan, that a release replaced or withdrew: a row of the ledger.

    Attributes:
        release: Number of the release that did it.
        published_at: Its time, ISO 8601 in UTC.
        published_by: Account name of who published it: where something was handed in, of who approved it.
        note: What they wrote about the whole release; where it is withdrawn, why.
        slice: What was replaced.
        before: What stood until then; it stays in the releases before.
        after: What stands since; None where it was withdrawn.
        kind: `revisi` (later, better data), `koreksi` (a mistake was mended) or `penarikan` (withdrawn); None in
            releases from before that was recorded.
        submission: Number of what was handed in and approved; None where nobody reviewed it.
        reason: A code of `data/alasan.csv`, None where the unit chose none.
        explanation: What the unit wrote about it; empty for nothing.
    """

    release: int
    published_at: str
    published_by: str
    note: str
    slice: Slice
    before: SliceVersion
    after: SliceVersion | None
    kind: str | None = None
    submission: int | None = None
    reason: str | None = None
    explanation: str = ""

    @property
    def change(self) -> Totals:
        """Figures, after − before, rupiah; None where either is unknown, for a withdrawal plan, and where withdrawn.

        All is zero where only lines within the slice differ.
        """
        before = vars(self.before.totals)
        after = vars(self.after.totals) if self.after else dict.fromkeys(before)
        return Totals(**{name: _difference(before[name], after[name]) for name in before})

    @property
    def plan_change_rp(self) -> int | None:
        """The year's sum of a withdrawal plan, after − before, rupiah; None for figures, and where withdrawn."""
        return _difference(self.before.rencana_rp, self.after.rencana_rp if self.after else None)


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before
