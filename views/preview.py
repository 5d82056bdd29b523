"""What a draft would change on the public pages."""

from dataclasses import dataclass
from typing import Self

from budget.draft import Draft
from budget.line_change import LineChange
from budget.line_changes import line_changes
from budget.plan_change import PlanChange, plan_changes
from budget.slice import RPD
from budget.slice_change import SliceChange, slice_changes
from store.read_lines import read_lines
from views.published import Published


@dataclass(frozen=True)
class Preview:
    """What a draft would change on the public pages.

    Attributes:
        changes: Each of its slices of figures beside what is public.
        plans: Each of its plans, likewise.
        lines: Budget lines that it adds, removes or changes.
    """

    changes: tuple[SliceChange, ...]
    plans: tuple[PlanChange, ...]
    lines: tuple[LineChange, ...]

    @property
    def replaces(self) -> bool:
        """Whether something public would be replaced."""
        return any(one.before for one in self.changes) or any(one.before_rp is not None for one in self.plans)

    @classmethod
    def of(cls, draft: Draft, shown: Published | None) -> Self:
        """Holds a draft against a release; None before the first."""
        changes = slice_changes(draft, shown.cube if shown else None)
        has_plan = shown is not None and any(piece.kind == RPD for piece in draft.report.slices)
        return cls(
            changes=tuple(changes),
            plans=tuple(plan_changes(draft, shown.plans if shown and has_plan else None)),
            lines=tuple(line for change in changes for line in _lines(draft, change, shown)),
        )


def _lines(draft: Draft, change: SliceChange, shown: Published | None) -> list[LineChange]:
    piece = change.slice
    if shown is None or change.before is None:
        return line_changes(piece, None, draft.lines)
    before = read_lines(
        shown.database, shown.release.number, kode_satker=piece.kode_satker, tahun=piece.tahun, bulan=piece.bulan
    )
    return line_changes(piece, before, draft.lines)
