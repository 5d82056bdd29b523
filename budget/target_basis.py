"""What a target comes from."""

from typing import Literal

TargetBasis = Literal["rpd", "ikpa", "campuran"]
"""`rpd`: the units' own withdrawal plans; `ikpa`: the quarterly targets of PER-5/PB/2024, weighted by the own mix of
spending; `campuran`: a sum of both kinds."""


def target_basis(*, own_plan: bool, ikpa: bool) -> TargetBasis | None:
    """The basis of a sum by what is in it; None where nothing is.

    Args:
        own_plan: Plans are in it.
        ikpa: Quarterly targets are in it.
    """
    if own_plan:
        return "campuran" if ikpa else "rpd"
    return "ikpa" if ikpa else None
