"""A withdrawal plan as a table."""

from collections.abc import Mapping, Sequence

from samples.header import Header


def plan_csv(kode_satker: str, nama_satker: str, tahun: int, plans: Mapping[str, Sequence[int]]) -> bytes:
    """Writes one row per month and jenis belanja, and the total.

    Args:
        kode_satker: Six-digit satker code.
        nama_satker: Name in capitals.
        tahun: Budget year.
        plans: Rupiah of each month by jenis belanja; by the empty text for a plan that is not broken down, whose table
            has no such column.

    Returns:
        Semicolon-separated text with Indonesian numbers, UTF-8.
    """
    broken_down = "" not in plans
    jenis = ["Jenis Belanja"] if broken_down else []
    rows = [
        [f"RENCANA PENARIKAN DANA (RPD) TA {tahun}"],
        [f"{nama_satker} ({kode_satker})"],
        ["Kode Satker", "Tahun", "Bulan", *jenis, "Rencana Penarikan (RPD)"],
    ]
    for bulan in range(1, 13):
        name = Header(tahun, bulan, kode_satker, nama_satker).periode.split()[0]
        for code, months in plans.items():
            rows.append([kode_satker, str(tahun), name, *([code] if broken_down else []), _number(months[bulan - 1])])
    total = sum(sum(months) for months in plans.values())
    rows.append(["Jumlah", "", "", *([""] if broken_down else []), _number(total)])
    width = len(rows[2])
    return "".join(";".join([*row, *[""] * (width - len(row))]) + "\r\n" for row in rows).encode()


def _number(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
