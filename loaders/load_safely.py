"""From an upload of unknown origin to a draft."""

from budget.declared import Declared
from budget.draft import Draft
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders import limits
from loaders.load_many import load_many


def load_safely(
    upload: Upload,
    reference: Reference,
    declared: Declared = Declared(),  # noqa: B008  (frozen)
    *,
    seconds: float = limits.SECONDS,
) -> Draft:
    """Loads one file in a killable process, with limits of memory, processor time and wall clock.

    Args:
        upload: The file.
        reference: Units and regions.
        declared: What the person who uploads says about it.
        seconds: Wall clock, and processor time.

    Raises:
        Unreadable: Nothing can be read, or reading was stopped by a limit or a crash.
    """
    [(_, outcome)] = load_many([(upload, declared)], reference, seconds=seconds)
    if isinstance(outcome, Unreadable):
        raise outcome
    return outcome
