"""Whatever is changed by hand in the database is named."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from store.approve import approve
from store.audit import audit_hash
from store.change import Change
from store.checkpoint import checkpoint
from store.database import Database
from store.give_back import give_back
from store.make_release import release_hash, slices_content
from store.releases import all_releases, latest_release
from store.tables import metadata
from store.verify import verify
from store.withdraw import withdraw
from tests.stored import BATU, NOW, SURABAYA, fresh_database, release
from tests.tiny_drafts import ADMIN, BUDI, RINA, SITI, TONO, handed_in, plan_kept

SEPTEMBER = f"{SURABAYA}/2026-09/RM"


@cache
def reviewed(folder: str) -> Path:
    """A small database with everything in it."""
    with closing(fresh_database(folder)) as database:
        review(database)
    return Path(folder) / "serapan.sqlite"


def review(database):
    """Five releases, plans, a return, a correction, a withdrawal."""
    approve(database, [handed_in(database, SITI, 9), handed_in(database, BUDI, 9)], RINA, now=NOW, base=0, note="Satu")
    give_back(database, handed_in(database, SITI, 10), TONO, now=NOW, reason="Sisa tidak cocok")
    approve(database, [handed_in(database, SITI, 9, more=7, kind="koreksi", note="Salah ketik")], TONO, now=NOW, base=1)
    release(database, plan_kept(database), note="Rencana")
    withdraw(database, f"{BATU}/2026-09/RM", RINA, now=NOW, base=3, reason="Berkas lain")
    handed_in(database, SITI, 10, more=1)
    handed_in(database, SITI, 10, more=2)
    approve(database, [handed_in(database, RINA, 11)], ADMIN, now=NOW, base=4)


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    return reviewed(str(tmp_path_factory.mktemp("verify")))


def tampered(original, folder, *statements):
    """What verifying says after somebody ran statements on a copy."""
    path = Path(shutil.copy(original, folder))
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            sql, *values = statement if isinstance(statement, tuple) else (statement,)
            assert connection.execute(sql, values).rowcount != 0, f"changed nothing: {sql}"
    connection.close()
    database = Database(f"sqlite:///{path}")
    try:
        return verify(database).findings
    finally:
        database.close()


def test_what_nobody_touched_fits(original, tmp_path):
    database = Database(f"sqlite:///{shutil.copy(original, tmp_path)}")
    kept = [checkpoint(one) for one in all_releases(database)]
    found = verify(database, kept)
    assert found.findings == ()
    assert (found.releases, found.newest) == (5, latest_release(database))
    assert (found.files, found.lines, found.acts) == (8, 71, 27)
    database.close()


FIRST = "draft_id = 1 AND no = 2"
CASES = [
    (f"UPDATE line SET pagu_rp = pagu_rp + 1 WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET realisasi_rp = NULL WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET uraian = 'lain' WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET uraian = x'00' WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET sumber_sel = 'A1' WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET no = 99 WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"UPDATE line SET draft_id = 99 WHERE {FIRST}", "Baris 2 draf 1 ("),
    (f"DELETE FROM line WHERE {FIRST}", "Baris 2 draf 1 ("),
    ("DELETE FROM line WHERE draft_id = 1 AND no = 5", "Baris terakhir draf 1"),
    ("UPDATE line SET no = 99 WHERE draft_id = 1 AND no = 5", "Baris 5 draf 1"),
    ("INSERT INTO line (draft_id, no, slice, sumber_lembar, sumber_baris, cells) "
     "VALUES (1, 6, '657942/2026-09/RM', 'x', 1, '{}')", "Baris 6 draf 1 ("),
    ("UPDATE plan_line SET rencana_rp = rencana_rp + 1 WHERE no = 3", "Baris rencana 3 draf 5 ("),
    ("DELETE FROM plan_line WHERE no = 1", "Baris rencana 1 draf 5 ("),
    ("UPDATE draft SET content_hash = 'x' WHERE id = 1", "Draf 1 ("),
    ("UPDATE draft SET leaves = zeroblob(160) WHERE id = 1", "Draf 1 ("),
    ("UPDATE draft SET leaves = NULL WHERE id = 1", "Draf 1 ("),
    ("UPDATE draft SET declared = '{}' WHERE id = 1", "Rilis 1: "),
    ("UPDATE upload SET content = content || x'00' WHERE uploaded_by = 'rina'", "Berkas "),
    ("UPDATE slice SET bulan = 8 WHERE key LIKE '%/2026-09/RM'", "Bagian "),
    ("UPDATE slice SET kind = 'lain' WHERE key LIKE '657942/2026-09/RM'", f"Bagian {SEPTEMBER}: "),
    ("UPDATE cube SET pagu_rp = pagu_rp + 1 WHERE draft_id = 1", "Jumlah draf 1, "),
    ("DELETE FROM cube WHERE draft_id = 1", "Jumlah draf 1, "),
    ("INSERT INTO cube (draft_id, slice, jenis, lines) VALUES (1, '657942/2026-09/RM', '99', 1)", "Jumlah draf 1, "),
    ("UPDATE release SET note = 'lain' WHERE number = 2", "Rilis 2: "),
    ("UPDATE release SET published_at = '2026' WHERE number = 2", "Rilis 2: "),
    ("UPDATE release SET published_by = 'tono ' WHERE number = 2", "Rilis 2: "),
    ("UPDATE release SET hash = 'x' WHERE number = 5", "Rilis 5: "),
    ("UPDATE release SET root = 'x' WHERE number = 2", "Rilis 2: "),
    ("UPDATE release SET root = NULL WHERE number = 2", "Publikasi 657942/2026-09/RM dalam rilis 2: "),
    ("UPDATE release SET previous_hash = 'x' WHERE number = 2", "Rilis 2: "),
    ("DELETE FROM release WHERE number = 5", "Rilis 5: "),
    ("UPDATE publication SET draft_id = 1 WHERE release = 2", "Rilis 2: "),
    ("UPDATE publication SET replaces = 2 WHERE release = 2", f"Publikasi {SEPTEMBER} dalam rilis 2: "),
    ("UPDATE publication SET replaces = NULL WHERE release = 2", f"Publikasi {SEPTEMBER} dalam rilis 2: "),
    ("UPDATE publication SET kind = 'revisi' WHERE release = 2", "Rilis 2: "),
    ("UPDATE publication SET submission_id = NULL WHERE release = 2", "Rilis 2: "),
    ("DELETE FROM publication WHERE release = 5", "Rilis 5: "),
    ("UPDATE audit SET detail = '{}' WHERE number = 4", "Tindakan 4: "),
    ("UPDATE audit SET detail = '{' WHERE number = 5", "Tindakan 5: "),
    ("UPDATE audit SET \"by\" = 'lain' WHERE number = 4", "Tindakan 4: "),
    ("UPDATE audit SET at = '2026' WHERE number = 4", "Tindakan 4: "),
    ("UPDATE audit SET act = 'x' WHERE number = 4", "Tindakan 4: "),
    ("DELETE FROM audit WHERE number = 4", "Tindakan 4: "),
    ("DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)", "Rilis 5: "),
    ("UPDATE submission SET decided_by = submitted_by WHERE id = 1", "Pengajuan 1: "),
    ("UPDATE submission SET state = 'disetujui' WHERE id = 3", "Pengajuan 3: "),
    ("UPDATE submission SET note = 'lain' WHERE id = 4", "Pengajuan 4: "),
    ("UPDATE submission SET draft_id = 2 WHERE id = 1", "Pengajuan 1: "),
    ("DELETE FROM submission WHERE id = 3", "Pengajuan 3: "),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "named"), CASES, ids=[sql[:70] for sql, _ in CASES])
def test_a_row_that_was_changed_is_named(original, tmp_path, statement, named):
    findings = tampered(original, tmp_path, statement)
    assert findings[0].startswith(named), findings


def test_what_outsiders_kept_shows_a_history_that_was_written_anew(original, tmp_path):
    """All hashes of the last release are computed anew: only a checkpoint tells."""
    path = shutil.copy(original, tmp_path)
    database = Database(f"sqlite:///{path}")
    kept = checkpoint(latest_release(database))
    act = metadata.tables["audit"]
    with database.write() as connection:
        row = connection.execute(sa.select(act).order_by(act.c.number.desc()).limit(1)).mappings().one()
        made = latest_release(database)
        rewrite(connection, made, row)
    assert verify(database).findings == ()
    [finding] = verify(database, [kept]).findings
    assert finding.startswith("Rilis 5: bukan lagi yang disimpan orang luar.")
    assert verify(database, ["serapan 9 - x y"]).findings[0].startswith("Rilis 9: tidak ada")
    assert verify(database, ["rilis 5"]).findings == ("Titik periksa tidak terbaca: rilis 5",)
    database.close()


def rewrite(connection, made, row):
    release_table, publication, act = (metadata.tables[name] for name in ("release", "publication", "audit"))
    columns = [publication.c[name] for name in ("slice", *Change.__dataclass_fields__)]
    query = sa.select(*columns).where(publication.c.release == made.number)
    changes = {key: Change(*parts) for key, *parts in connection.execute(query)}
    before = connection.execute(
        sa.select(release_table.c.root).where(release_table.c.number == made.number - 1)
    ).scalar_one()
    content = {
        "audit": row["previous_hash"],
        "slices": slices_content(connection, changes),
        "previous_root": before,
    }
    other = replace(made, note="Catatan lain")
    other = replace(other, hash=release_hash(other, content))
    connection.execute(
        sa.update(release_table).where(release_table.c.number == made.number).values(note=other.note, hash=other.hash)
    )
    detail = json.dumps({**json.loads(row["detail"]), "hash": other.hash}, ensure_ascii=False, sort_keys=True)
    changed = {**row, "detail": detail}
    connection.execute(
        sa.update(act).where(act.c.number == row["number"]).values(detail=detail, hash=audit_hash(changed))
    )


# What the public reads of these is hashed or derived; the rest of a draft is named in docs/verification.md.
COVERED = {
    "line": None,
    "plan_line": None,
    "release": None,
    "publication": None,
    "audit": None,
    "cube": None,
    "submission": None,
    "draft": ("upload_sha256", "declared", "content_hash", "leaves"),
}
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    st.binary(),
)


@settings(max_examples=120, deadline=None)
@given(table=st.sampled_from(sorted(COVERED)), data=st.data())
def test_no_value_can_be_changed_unnoticed(original, table, data):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(original, folder))
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA foreign_keys = OFF")
        keys = [column.name for column in metadata.tables[table].primary_key]
        rows = connection.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
        if table == "draft":
            rows = connection.execute("SELECT DISTINCT draft_id FROM publication").fetchall()
        row = data.draw(st.sampled_from(sorted(rows)))
        column = data.draw(st.sampled_from(COVERED[table] or [one.name for one in metadata.tables[table].columns]))
        where = " AND ".join(f"{key} = ?" for key in keys)
        query = f'SELECT "{column}" FROM {table} WHERE {where}'
        [before] = connection.execute(query, row).fetchone()
        value = data.draw(VALUES)
        try:
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where}', (value, *row))
            connection.commit()
        except sqlite3.IntegrityError:
            # The database itself does not take it.
            connection.close()
            return
        after = connection.execute(f'SELECT count(*) FROM {table} WHERE {where} AND "{column}" IS ?', (*row, before))
        same = after.fetchone()[0] == 1
        connection.close()
        database = Database(f"sqlite:///{path}")
        findings = verify(database).findings
        database.close()
        assert bool(findings) is not same, (table, row, column, value, findings)
