"""When a month's export is uploaded."""

from datetime import date


def upload_day(tahun: int, bulan: int, kode_satker: str) -> date:
    """The day in the month after on which a unit sends its export: the 3rd to the 10th, the same each month."""
    return date(tahun + bulan // 12, bulan % 12 + 1, 3 + int(kode_satker) * 7 % 8)
