import pytest
import sqlalchemy as sa

from budget.layout import Layout
from store.layouts import remember_layout, remembered_layouts, revoke_layout
from store.tables import audit
from store.verify import verify
from tests.stored import NOW, fresh_database

FIRST = Layout("ab" * 32, ("satker", "pagu", ""), ("kode_satker", "pagu_rp", ""), 1000)


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def test_an_explanation_is_remembered_replaced_and_revoked(database):
    first = remember_layout(database, FIRST, by="ani", now=NOW)
    other = Layout("cd" * 32, ("x",), ("pagu_rp",))
    remember_layout(database, other, by="ani", now=NOW)
    again = Layout(FIRST.fingerprint, FIRST.labels, ("kode_satker", "realisasi_rp", ""))
    second = remember_layout(database, again, by="budi", now=NOW)
    held = remembered_layouts(database)
    assert [(one.number, one.layout, one.created_by) for one in held] == [
        (second, again, "budi"),
        (first + 1, other, "ani"),
    ]
    revoke_layout(database, second, by="ani", now=NOW)
    assert [one.layout for one in remembered_layouts(database)] == [other]
    with database.read() as connection:
        acts = connection.execute(sa.select(audit.c.act, audit.c.by, audit.c.subject).order_by(audit.c.number)).all()
    assert [tuple(act) for act in acts] == [
        ("jelaskan", "ani", f"tata letak {first}"),
        ("jelaskan", "ani", f"tata letak {first + 1}"),
        ("jelaskan", "budi", f"tata letak {second}"),
        ("lupakan", "ani", f"tata letak {second}"),
    ]
    assert verify(database).findings == ()
