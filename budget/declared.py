"""What the person who uploads says about a file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Declared:
    """What the person who uploads says about a file, where the sheet itself does not.

    Attributes:
        sumber_dana: Source of funds, used only where the sheet names none.
        any_satker: Accept units that are not KPU's (for trying other ministries' exports).
    """

    sumber_dana: str | None = None
    any_satker: bool = False
