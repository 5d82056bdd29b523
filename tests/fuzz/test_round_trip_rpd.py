"""Withdrawal plans: what is written is read back to the rupiah, and what is taken away or changed is noticed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.reference import Reference
from tests.write_tables import codes, read

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
CODES = [unit.kode_satker for unit in Reference.load().satker if unit.kode_wilayah.startswith("35")]
NAMES = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"]
NAMES += ["Agustus", "September", "Oktober", "November", "Desember"]
AMOUNT = st.one_of(st.just(0), st.integers(1, 999), st.integers(1, 10**12))


@st.composite
def tables(draw):
    """Plans of some units: (unit, jenis or None, month, rupiah) in row order, and how they are written."""
    kinds = draw(st.sampled_from([(None,), ("51",), ("51", "52"), ("51", "52", "53")]))
    units = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    keys = [(unit, jenis, bulan) for unit in units for bulan in range(1, 13) for jenis in kinds]
    order = draw(st.permutations(keys)) if draw(st.booleans()) else keys
    rows = [(*key, draw(AMOUNT)) for key in order]
    writing = draw(st.fixed_dictionaries({"names": st.booleans(), "text": st.booleans(), "total": st.booleans()}))
    return rows, writing


def sheet(rows, writing):
    """A plan as somebody keeps it."""

    def amount(value):
        return f"{value:,}".replace(",", ".") if writing["text"] else value

    grid = [["RENCANA PENARIKAN DANA TA 2026"], ["Kode Satker", "Bulan", "Jenis Belanja", "RPD"]]
    for unit, jenis, bulan, value in rows:
        grid.append([unit, NAMES[bulan - 1] if writing["names"] else bulan, jenis, amount(value)])
    return [*grid, *([["Jumlah", None, None, amount(sum(row[3] for row in rows))]] if writing["total"] else [])]


@SETTINGS
@given(tables())
def test_a_plan_is_read_to_the_rupiah(table):
    rows, writing = table
    grid = sheet(rows, writing)
    draft = read(grid, sumber_dana="RM")
    assert (draft.report.format, codes(draft), draft.report.publishable) == ("rpd", [], True)
    columns = ("kode_satker", "jenis", "bulan", "rencana_rp")
    found = zip(*(draft.plan[name].tolist() for name in columns), strict=True)
    assert [(unit, jenis if isinstance(jenis, str) else None, *rest) for unit, jenis, *rest in found] == rows
    counted = draft.report.rows
    assert (counted.read, counted.lines, counted.dropped) == (len(grid), len(rows), 0)


@SETTINGS
@given(tables(), st.data())
def test_a_row_taken_away_or_an_amount_changed_is_noticed(table, data):
    rows, writing = table
    grid = sheet(rows, {**writing, "total": True, "text": False})
    at = data.draw(st.integers(2, len(grid) - 2))
    if data.draw(st.booleans()):
        grid[at][3] += data.draw(st.integers(1, 10**6))
        wanted = "total-differs"
    elif data.draw(st.booleans()):
        grid[at][3] = None
        wanted = "plan-blank"
    else:
        del grid[at]
        wanted = "plan-month-missing"
    draft = read(grid, sumber_dana="RM")
    assert wanted in codes(draft)
    assert not draft.report.publishable
    assert draft.report.rows.read == len(grid)
