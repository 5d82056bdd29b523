"""What an account is for, in words."""

from budget.provinsi import Provinsi
from budget.reference import Reference


def lingkup_words(lingkup: str | None) -> str:
    """Whose figures an account is for, in Indonesian: `KPU Kota Surabaya`, `Jawa Timur`, `semua satker`."""
    if lingkup is None:
        return "semua satker"
    unit = Reference.load().by_kode_satker.get(lingkup)
    province = Provinsi.all().get(lingkup)
    return unit.nama if unit else province.nama if province else lingkup
