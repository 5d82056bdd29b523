"""Writers of SIPD's Laporan Realisasi Anggaran."""

from tests.write_omspan import written

HEAD = [
    ["KAB. CONTOH"],
    ["REKAPITULASI BELANJA MENURUT URUSAN"],
    ["TAHUN ANGGARAN 2026"],
    [],
    ["Kode", None, None, None, "Uraian Urusan, Organisasi, Program", "Kelompok Belanja"],
    [None] * 5 + ["Operasi", None, "Modal", None, "Tak Terduga", None, "Transfer", None],
    [None] * 5 + ["Anggaran", "Realisasi"] * 4,
    ["1", None, None, None, "2", "3", "4", "5", "6", "7", "8", "9", "10"],
]
ORG = "2.16.2.20.2.21.01.0000"


def sipd(leaves, *, text=False):
    """Heading, every row above the leaves with its sums, the leaves, and Jumlah.

    Args:
        leaves: Amounts by (sub kegiatan, rekening): eight in rupiah, anggaran and realisasi of each kelompok.
        text: Whether amounts are number text with two decimals, as the later files write them.
    """

    def row(a, b, c, d, uraian, keep):
        eight = [sum(column) for column in zip(*(leaves[key] for key in leaves if keep(*key)), strict=True)]
        shown = [f"{written(value, text=True, unit_rp=1)},00" for value in eight] if text else eight
        return [a, b, c, d, uraian, *shown]

    def below(code):
        return lambda sub, _: f"{sub}.".startswith(f"{code}.")

    rows = [
        *(list(row) for row in HEAD),
        row("2", None, None, None, "URUSAN", lambda *_: True),
        row("2.16", None, None, None, "BIDANG", lambda *_: True),
        row("2.16", ORG, None, None, "Dinas", lambda *_: True),
    ]
    done = set()
    for sub, account in leaves:
        parts = sub.split(".")
        for code, name in ((".".join(parts[:3]), "PROGRAM"), (".".join(parts[:5]), "Kegiatan"), (sub, "Sub kegiatan")):
            if code not in done:
                done.add(code)
                rows.append(row("2.16", ORG, code, None, name, below(code)))
        levels = account.split(".")
        for depth in (3, 4, len(levels)):
            code = ".".join(levels[:depth])
            if (sub, code) not in done:
                done.add((sub, code))
                rows.append(row("2.16", ORG, sub, code, f"Belanja {code}", _account(sub, code)))
    rows.append(row(None, None, None, None, "Jumlah", lambda *_: True))
    return rows


def _account(sub, code):
    return lambda of, account: of == sub and f"{account}.".startswith(f"{code}.")
