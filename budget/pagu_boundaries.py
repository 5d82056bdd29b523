"""Where one class of pagu ends and the next begins."""

from collections.abc import Sequence


def pagu_boundaries(pagu_rp: Sequence[int]) -> tuple[int, int] | None:
    """The terciles of a list of ceilings.

    Args:
        pagu_rp: Ceilings, rupiah, in any order.

    Returns:
        The largest ceiling of the small class and of the medium one, rupiah, each a ceiling of the list: the ones at
        a third and at two thirds of the sorted list, rounded up. A tie goes down, so equal ceilings are in one class.
        None for an empty list.
    """
    ordered = sorted(pagu_rp)
    count = len(ordered)
    if not count:
        return None
    return ordered[-(-count // 3) - 1], ordered[-(-2 * count // 3) - 1]
