"""Whatever ceilings are written in the layout of OM-SPAN's revisi DIPA are read back unit by unit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from budget.reference import Reference
from tests.write_tables import amounts, codes, read

HEAD = [
    ["INFORMASI REVISI DIPA"],
    [],
    [
        *("No", "Satker", "Nama Satker", "KPPN", "No. DIPA", "Total Pagu Belanja", "Total Pagu Pendapatan"),
        *("Tanggal Posting Revisi", "No. Revisi Terakhir"),
    ],
]
OURS = [(unit.kode_satker, "076", unit.nama.upper()) for unit in Reference.load().satker]
OTHERS = [("597480", "025", "MADRASAH TSANAWIYAH"), ("099228", "005", "PENGADILAN NEGERI"), ("600092", "999", "KPPN")]
UNITS = st.lists(st.sampled_from(OURS[:60] + OTHERS), min_size=1, max_size=8, unique=True).filter(
    lambda units: any(unit[1] == "076" for unit in units)
)


@settings(max_examples=25, deadline=None)
@given(UNITS, st.integers(2022, 2026), st.lists(st.integers(0, 10**12), min_size=8, max_size=8), st.booleans())
def test_ceilings_come_back_and_other_ministries_are_named(units, tahun, pagu, as_numbers):
    rows = [
        [
            number,
            int(code) if as_numbers and code[0] != "0" else code,
            name.replace("KPU ", "KPU  "),
            109,
            f"DIPA-{ministry}.01.2.{code}/{tahun}",
            amount,
            0,
            "16-10-2024",
            number,
        ]
        for number, ((code, ministry, name), amount) in enumerate(zip(units, pagu, strict=False), 1)
    ]
    draft = read([*HEAD, *rows], sumber_dana="RM")
    assert draft.report.publishable, codes(draft)
    wanted = [
        (tahun, code, amount) for (code, ministry, _), amount in zip(units, pagu, strict=False) if ministry == "076"
    ]
    assert amounts(draft, "tahun", "kode_satker", "pagu_rp") == wanted
    assert codes(draft).count("other-ministry") == len(units) - len(wanted) == draft.report.rows.dropped
    assert draft.report.rows.read == len(rows) + 3
