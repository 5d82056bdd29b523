"""What the person who uploads says about a file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Declared:
    """What the person who uploads says about a file; each is used only where the sheet itself does not say it.

    Attributes:
        sumber_dana: Source of funds.
        any_satker: Accept units that are not KPU's (for trying other ministries' exports).
        kode_satker: The unit that all rows are of, where the sheet names none.
        tahun: Budget year.
        bulan: Month up to whose last day the figures run, 1–12.
        sheet: Name of the sheet to read, where several could be meant.
    """

    sumber_dana: str | None = None
    any_satker: bool = False
    kode_satker: str | None = None
    tahun: int | None = None
    bulan: int | None = None
    sheet: str | None = None
