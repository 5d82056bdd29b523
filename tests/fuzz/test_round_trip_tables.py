"""OM-SPAN per jenis belanja and SIPD: what is written is read back to the rupiah, and a changed amount is noticed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.reference import Reference
from tests.write_omspan import FOOTER, HEAD, SIGNED, block, total
from tests.write_sipd import sipd
from tests.write_tables import amounts, codes, read

SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
UNITS = [unit for unit in Reference.load().satker if unit.kode_wilayah.startswith("35")]
UNIT_LABELS = {1: "dalam rupiah", 10**3: "(ribuan rupiah)", 10**6: "Rp juta", 10**9: "Dalam miliar rupiah"}
AMOUNT = st.one_of(st.just(0), st.integers(1, 999), st.integers(1, 10**12))
WRITING = st.fixed_dictionaries(
    {
        "percent": st.booleans(),
        "text": st.booleans(),
        "unit_rp": st.sampled_from(sorted(UNIT_LABELS)),
    }
)


@st.composite
def spending(draw):
    """Pagu and realisasi of pegawai, barang, modal, rupiah; realisasi is never above pagu."""
    pagu = draw(st.tuples(AMOUNT, AMOUNT, AMOUNT))
    return {"pagu": pagu, "realisasi": tuple(draw(st.integers(0, amount)) for amount in pagu)}


@st.composite
def omspan_units(draw):
    """Units of KPU and of other ministries, with their spending."""
    ours = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True))
    names = [(unit.kode_satker, unit.nama) for unit in ours]
    names += draw(st.lists(st.sampled_from([("418471", "MADRASAH"), ("005123", "PENGADILAN")]), unique=True))
    return [(code, name, draw(spending())) for code, name in draw(st.permutations(names))]


@SETTINGS
@given(omspan_units(), WRITING, st.booleans(), st.integers(1, 12))
def test_omspan_is_read_to_the_rupiah(units, writing, signed, bulan):
    rows = [*HEAD[:1], [UNIT_LABELS[writing["unit_rp"]]], HEAD[2]]
    for number, (code, name, own) in enumerate(units, 1):
        rows += block(number, f"{code} | {name}", own, **writing)
    rows += [*total(*(own for *_, own in units), **writing), *FOOTER, *(SIGNED if signed else [])]
    draft = read(rows, tahun=2026, bulan=bulan, sumber_dana="RM")
    ours = {unit.kode_satker for unit in UNITS}
    foreign = [code for code, *_ in units if code not in ours]
    assert codes(draft) == ["other-ministry"] * len(foreign)
    assert amounts(draft, "kode_satker", "akun", "pagu_rp", "realisasi_rp", "sisa_rp") == [
        (code, jenis, pagu, spent, pagu - spent)
        for code, _, own in units
        if code in ours
        for jenis, pagu, spent in zip(("51", "52", "53"), own["pagu"], own["realisasi"], strict=True)
        if pagu or spent
    ]
    height = 4 if writing["percent"] else 3
    counted = draft.report.rows
    assert (counted.read, counted.dropped) == (len(rows), height * len(foreign))
    assert all(control.printed == control.computed for control in draft.report.control)


@SETTINGS
@given(omspan_units(), st.data())
def test_an_amount_changed_in_omspan_is_noticed(units, data):
    rows = list(HEAD)
    for number, (code, name, own) in enumerate(units, 1):
        rows += block(number, f"{code} | {name}", own, percent=False)
    rows += total(*(own for *_, own in units), percent=False)
    row = data.draw(st.integers(len(HEAD), len(rows) - 1))
    column = data.draw(st.integers(3, 8))
    rows[row][column] += data.draw(st.integers(1, 10**6))
    draft = read(rows, tahun=2026, sumber_dana="RM")
    assert not draft.report.publishable, (row, column)


SUBS = st.sampled_from(["2.16.01.2.01.0001", "2.16.01.2.01.0002", "2.16.01.2.02.0001", "2.16.02.2.01.0010"])
ACCOUNTS = st.sampled_from(
    [
        *("5.1.01.01.001.00001", "5.1.02.01.001.00024", "5.1.02.01.001.00025", "5.1.02.02.001.00071"),
        *("5.2.02.01.001.00001", "5.3.01.01.001.00001", "5.4.02.05.002.00001"),
    ]
)
EIGHT = st.tuples(*[AMOUNT] * 8)
LEAVES = st.dictionaries(st.tuples(SUBS, ACCOUNTS), EIGHT, min_size=1, max_size=8)


@SETTINGS
@given(LEAVES, st.booleans(), st.booleans())
def test_sipd_is_read_to_the_rupiah(found, text, declared):
    leaves = dict(sorted(found.items()))
    rows = sipd(leaves, text=text)
    said = {"kode_satker": "657942", "bulan": 4, "sumber_dana": "HLD"} if declared else {}
    draft = read(rows, **said)
    sums = [(sub, account, sum(eight[::2]), sum(eight[1::2])) for (sub, account), eight in leaves.items()]
    assert amounts(draft, "ro", "item", "pagu_rp", "realisasi_rp") == (sums if declared else [])
    assert all(control.printed == control.computed for control in draft.report.control)
    printed = [control.printed for control in draft.report.control if control.level.startswith("jumlah")]
    assert sum(printed) == sum(pagu + spent for *_, pagu, spent in sums)
    counted = draft.report.rows
    assert counted.read == len(rows)
    assert (counted.lines, counted.dropped) == ((len(leaves), 0) if declared else (0, len(leaves)))
    if not declared:
        assert codes(draft) == ["unit-needed", "month-needed"]


@SETTINGS
@given(LEAVES, st.data())
def test_an_amount_changed_in_sipd_is_noticed(found, data):
    rows = sipd(dict(sorted(found.items())))
    row = data.draw(st.integers(8, len(rows) - 1))
    column = data.draw(st.integers(5, 12))
    rows[row][column] += data.draw(st.integers(1, 10**6))
    draft = read(rows, kode_satker="657942", bulan=4, sumber_dana="HLD")
    assert not draft.report.publishable, (row, column)
