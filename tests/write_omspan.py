"""Writers of OM-SPAN realisasi per jenis belanja."""

HEAD = [
    ["LAPORAN PAGU DAN REALISASI PER JENIS BELANJA"],
    ["Sampai Dengan : SEPTEMBER  "],
    ["No", "Kode|Nama satker", "Keterangan", "Pegawai", "Barang", "Modal", "Beban Bunga", "Lain-lain", "Total"],
]
FOOTER = [["Waktu unduh : 05/10/2026 09:14:00"]]
SIGNED = [
    [],
    [None, None, None, None, "Surabaya, 5 Oktober 2026"],
    [None, None, None, None, "Kuasa Pengguna Anggaran"],
    [None, None, None, None, "Siti Contoh"],
    [None, None, None, None, "NIP. 197001011990012001"],
    [None, None, None, None, 197001011990012001],
]


def block(number, name, unit, *, percent=True, text=False, unit_rp=1):
    """A unit's rows as OM-SPAN prints them.

    Args:
        number: What stands in the column No.
        name: `code | name`.
        unit: `pagu` and `realisasi`, rupiah of pegawai, barang, modal.
        percent: Whether there is a percent line.
        text: Whether amounts are number text.
        unit_rp: Rupiah per 1 printed.
    """
    sisa = tuple(p - r for p, r in zip(unit["pagu"], unit["realisasi"], strict=True))
    rows = []
    for word, values in (("PAGU", unit["pagu"]), ("REALISASI", unit["realisasi"]), ("%", None), ("SISA", sisa)):
        if word == "%":
            if percent:
                rows.append([None, None, "%", 66.67, 30.0, 0, 0, 0, 43.75])
            continue
        shown = [*values, 0, 0, sum(values)]
        rows.append([None, None, word, *(written(value, text=text, unit_rp=unit_rp) for value in shown)])
    rows[0][:2] = [number, name]
    return rows


def written(rupiah, *, text, unit_rp):
    """An amount as it is printed: with three decimals where the unit is not one rupiah."""
    if not text:
        return rupiah if unit_rp == 1 else rupiah / unit_rp
    whole, rest = divmod(abs(rupiah), unit_rp)
    digits = len(str(unit_rp)) - 1
    shown = f"{whole:,}".replace(",", ".") + (f",{rest:0{digits}d}" if digits else "")
    return f"({shown})" if rupiah < 0 else shown


def total(*units, **writing):
    """GRAND TOTAL rows."""
    summed = {
        word: tuple(map(sum, zip(*(unit[word] for unit in units), strict=True))) for word in ("pagu", "realisasi")
    }
    return block(None, "GRAND TOTAL", summed, **writing)
