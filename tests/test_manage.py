"""Who may manage accounts and see the audit chain: store, words, routes."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa

from store.account import Account
from store.accounts import add_account, disable_account, enable_account, reset_account
from store.approve import approve
from store.audit_table import audit_table
from store.database import Database
from store.give_back import give_back
from store.list_accounts import list_accounts
from store.read_audit import read_audit
from store.recorded_acts import RecordedAct
from store.refused import Refused
from store.role import Role
from store.sessions import start_session
from store.sign_in import sign_in
from store.signed_in import SignedIn
from store.tables import audit
from store.withdraw import withdraw
from tests.serving import serve
from tests.staff_accounts import add_staff
from tests.stored import BATU, NOW, SURABAYA, fresh_database
from tests.tiny_drafts import ADMIN, BUDI, RINA, SITI, TONO, handed_in
from views.account_part import account_part
from views.act_words import ACTS, act_words
from views.audit_part import audit_part

AT = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
PASSWORD = "kopi pahit tanpa gula"
COLUMNS = ["number", "at", "by", "act", "subject", "detail", "previous_hash", "hash"]
JAKARTA = SignedIn(7, "jaya", must_change=False, role=Role.PENINJAU, lingkup="31")


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    yield opened
    opened.close()


def add(database, name="baru", by=ADMIN, role=Role.ADMIN, lingkup=None):
    return add_account(database, name, PASSWORD, must_change=False, now=AT, role=role, lingkup=lingkup, by=by)


def rows(database):
    with database.read() as connection:
        return connection.execute(sa.select(audit).order_by(audit.c.number)).mappings().all()


# --- accounts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [SITI, RINA, JAKARTA])
def test_only_an_admin_changes_accounts(database, person):
    add(database, "dewi", by="uji")
    add(database, "tuti", by="uji")
    for act in (
        lambda: add(database, by=person),
        lambda: disable_account(database, "dewi", person, AT),
        lambda: enable_account(database, "dewi", person, AT),
        lambda: reset_account(database, "dewi", person, AT),
    ):
        with pytest.raises(Refused, match=f"^Akun {person.name} tidak berwenang melakukan ini.$"):
            act()
    assert [row["act"] for row in rows(database)] == ["akun-tambah"] * 2


def test_what_an_admin_does_is_recorded_in_their_name(database):
    add(database, "budi", role=Role.OPERATOR, lingkup=BATU)
    disable_account(database, "budi", ADMIN, AT)
    enable_account(database, "budi", ADMIN, AT)
    reset_account(database, "budi", ADMIN, AT)
    assert [(row["by"], row["act"], row["subject"]) for row in rows(database)] == [
        ("admin", act, "budi") for act in ("akun-tambah", "akun-nonaktif", "akun-aktif", "akun-reset")
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (disable_account, "Akun admin adalah akun Anda sendiri, jadi tidak dapat Anda nonaktifkan."),
        (reset_account, "Akun admin adalah akun Anda sendiri, jadi tidak dapat Anda setel ulang."),
    ],
)
def test_nobody_changes_their_own_account(database, change, message):
    add(database, "admin", by="uji")
    add(database, "dewi", by="uji")
    with pytest.raises(Refused, match=f"^{message}$"):
        change(database, "admin", ADMIN, AT)
    assert sign_in(database, "admin", PASSWORD, AT) is not None


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("siti.aminah", True),
        ("Siti_2@kpu.go.id", True),
        ("a" * 100, True),
        ("a" * 101, False),
        ("baris perintah", False),
        (".siti", False),
        ("=siti", False),
        ("<b>siti</b>", False),
        ("sіti", False),  # a Cyrillic letter
    ],
)
def test_names(database, name, taken):
    if taken:
        assert add(database, name) == 1
        return
    with pytest.raises(ValueError, match="Nama akun hanya memuat huruf a sampai z"):
        add(database, name)
    assert list_accounts(database) == []


def test_the_last_sign_in(database):
    add(database, "siti", role=Role.OPERATOR, lingkup=SURABAYA)
    add(database, "budi", role=Role.OPERATOR, lingkup=BATU)
    for hours in (0, 5):
        sign_in(database, "siti", PASSWORD, AT + timedelta(hours=hours))
    sign_in(database, "budi", "salah", AT)
    assert [(one.name, one.last_sign_in) for one in list_accounts(database)] == [
        ("budi", None),
        ("siti", "2026-10-12T07:00:00+00:00"),
    ]


def text(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<.*?>", " ", html))).strip()


def cells(html):
    return [[text(cell) for cell in re.findall("<t[hd].*?>(.*?)</t[hd]>", row)] for row in html.split("<tr>")[2:]]


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (
            Account("siti", Role.OPERATOR, SURABAYA, NOW, None, None, False, NOW),
            ["siti", "operator", "KPU Kota Surabaya", "aktif", "12 Oktober 2026 pukul 09.00 WIB"],
        ),
        (
            Account("rina", Role.PENINJAU, "35", NOW, None, None, False, None),
            ["rina", "peninjau", "Jawa Timur", "aktif, kode kedua belum dipasang", "belum pernah"],
        ),
        (
            Account("dewi", Role.ADMIN, None, NOW, None, "2026-10-12T02:00:01+00:00", False, None),
            [
                "dewi",
                "admin",
                "semua satker",
                "aktif, sandi sekali pakai belum diganti, berlaku sampai 12 Oktober 2026 pukul 09.00 WIB",
                "belum pernah",
            ],
        ),
        (
            Account("budi", Role.OPERATOR, BATU, NOW, None, NOW, False, None),
            [
                "budi",
                "operator",
                "KPU Kota Batu",
                "aktif, sandi sekali pakai kedaluwarsa sejak 12 Oktober 2026 pukul 09.00 WIB",
                "belum pernah",
            ],
        ),
        (
            Account("tuti", Role.ADMIN, None, NOW, NOW, NOW, True, None),
            ["tuti", "admin", "semua satker", "nonaktif sejak 12 Oktober 2026 pukul 09.00 WIB", "belum pernah"],
        ),
    ],
)
def test_an_account_in_words(account, words):
    assert cells(account_part([account], AT)) == [words]


# --- audit -----------------------------------------------------------------------------------------------------------


def act(name, subject, **detail):
    return RecordedAct(1, NOW, "rina", name, subject, detail, "", "ab" * 32)


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        (act("masuk", "rina"), "masuk"),
        (act("masuk-gagal", "rina", langkah="sandi"), "gagal masuk: sandi tidak cocok"),
        (act("masuk-gagal", "rina", langkah="kedaluwarsa"), "gagal masuk: sandi sekali pakai kedaluwarsa"),
        (act("keluar-semua", "rina", sesi=3), "keluar dari semua perangkat"),
        (
            act("akun-tambah", "budi", role="operator", lingkup=BATU),
            "menambah akun budi: operator, KPU Kota Batu",
        ),
        (act("akun-tambah", "tono", role="peninjau", lingkup="35"), "menambah akun tono: peninjau, Jawa Timur"),
        (act("akun-tambah", "dewi", role="admin", lingkup=None), "menambah akun dewi: admin"),
        (act("akun-nonaktif", "budi"), "menonaktifkan akun budi"),
        (
            act(
                "ajukan",
                "pengajuan 3",
                slices=[f"{SURABAYA}/2026-09/RM"],
                kind="koreksi",
                note="Salah ketik",
                reason="blokir",
                draft=4,
                sha256="ab",
            ),
            "mengajukan pengajuan 3: KPU Kota Surabaya, September 2026, RM, koreksi, catatan “Salah ketik”, "
            "alasan “Sebagian pagu masih diblokir.”",
        ),
        (act("setujui", "pengajuan 3", decision=""), "menyetujui pengajuan 3"),
        (act("kembalikan", "pengajuan 3", decision="Periksa"), "mengembalikan pengajuan 3: “Periksa”"),
        (act("ganti", "pengajuan 3"), "menggantikan pengajuan 3"),
        (
            act("terbit", "rilis 2", slices=[f"{BATU}/2026-09/RM", f"{SURABAYA}/2026-09/RM"], hash="ab"),
            "menerbitkan rilis 2: 2 satker, September 2026, RM",
        ),
        (
            act("tarik", f"{BATU}/2026/RM/rpd", reason="Bukan milik kami"),
            "menarik KPU Kota Batu, RPD 2026, RM: alasan “Bukan milik kami”",
        ),
        # Rows that somebody changed by hand.
        (act("lain", "x", note=5), "lain x: catatan “5”"),
        (act("tarik", "bukan kunci"), "menarik ['bukan kunci']"),
        (act("terbit", "rilis 2", slices=7), "menerbitkan rilis 2: 7"),
        (act("terbit", "rilis 2", slices=[None]), "menerbitkan rilis 2: [None]"),
    ],
)
def test_an_act_in_words(recorded, words):
    assert act_words(recorded) == words


def test_every_act_that_the_store_records_has_words():
    code = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[1] / "store").glob("*.py"))
    recorded = set(re.findall(r'record\(\s*connection,\s*"([a-z-]+)"', code))
    # Those that a variable holds.
    recorded |= {"setujui", "kembalikan", "keluar", "keluar-semua"}
    assert recorded == set(ACTS)


@pytest.fixture
def busy(database):
    """Seven acts: three submissions, a return, an approval with its release, and a withdrawal."""
    handed_in(database, SITI, 9, note="Catatan <b>Siti</b>")
    handed_in(database, BUDI, 9)
    give_back(database, 2, RINA, now=NOW, reason="Periksa")
    approve(database, [1], TONO, now=NOW, base=0)
    withdraw(database, f"{SURABAYA}/2026-09/RM", TONO, now=NOW, base=1, reason="Keliru")
    return database


def test_the_log_newest_first(busy):
    log = read_audit(busy, RINA)
    assert (log.count, log.pages) == (9, 1)
    html = audit_part(log.rows)
    hashes = [row["hash"][:12] for row in reversed(rows(busy))]
    at = "12 Oktober 2026 pukul 09.00 WIB"
    assert cells(html) == [
        ["9", at, "tono", "menerbitkan rilis 2: KPU Kota Surabaya, September 2026, RM", hashes[0]],
        ["8", at, "tono", "menarik KPU Kota Surabaya, September 2026, RM: alasan “Keliru”", hashes[1]],
        ["7", at, "tono", "menerbitkan rilis 1: KPU Kota Surabaya, September 2026, RM", hashes[2]],
        ["6", at, "tono", "menyetujui pengajuan 1", hashes[3]],
        ["5", at, "rina", "mengembalikan pengajuan 2: “Periksa”", hashes[4]],
        ["4", at, "budi", "mengajukan pengajuan 2: KPU Kota Batu, September 2026, RM, revisi", hashes[5]],
        ["3", at, "budi", "mengunggah contoh-fa-detail-657956-2026-09-RM.xlsx", hashes[6]],
        [
            "2",
            at,
            "siti",
            "mengajukan pengajuan 1: KPU Kota Surabaya, September 2026, RM, revisi, catatan “Catatan <b>Siti</b>”",
            hashes[7],
        ],
        ["1", at, "siti", "mengunggah contoh-fa-detail-657942-2026-09-RM.xlsx", hashes[8]],
    ]
    assert "<b>Siti" not in html


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"act": "terbit"}, [9, 7]),
        ({"name": "rina"}, [5]),
        ({"name": "tono", "act": "tarik"}, [8]),
        ({"name": "rina", "act": "tarik"}, []),
        ({"act": "tidak ada"}, []),
        ({"page": 2}, []),
    ],
)
def test_filters(busy, wanted, numbers):
    log = read_audit(busy, ADMIN, **wanted)
    assert [row.number for row in log.rows] == numbers
    assert log.acts == ("ajukan", "kembalikan", "setujui", "tarik", "terbit", "unggah")
    assert log.people == ("budi", "rina", "siti", "tono")


def test_what_was_done_to_an_account_belongs_to_it(database):
    add(database, "budi", role=Role.OPERATOR, lingkup=BATU)
    sign_in(database, "budi", PASSWORD, AT)
    disable_account(database, "budi", ADMIN, AT)
    add(database, "dewi")
    log = read_audit(database, ADMIN, name="budi")
    assert [act_words(row) for row in log.rows] == [
        "menonaktifkan akun budi",
        "masuk",
        "menambah akun budi: operator, KPU Kota Batu",
    ]
    assert log.people == ("admin", "budi", "dewi")


def test_a_hundred_acts_fill_a_page(database):
    add(database, "siti", role=Role.OPERATOR, lingkup=SURABAYA)
    add(database, "dewi")
    for minute in range(99):
        for change in (disable_account, enable_account):
            change(database, "siti", ADMIN, AT + timedelta(minutes=minute))
    pages = [read_audit(database, ADMIN, page=page) for page in (1, 2, 3)]
    assert [(len(one.rows), one.count, one.pages) for one in pages] == [(100, 200, 2), (100, 200, 2), (0, 200, 2)]
    assert [one.rows[0].number for one in pages[:2]] == [200, 100]


def test_a_time_that_was_changed_by_hand_is_shown_as_it_is():
    changed = RecordedAct(1, "kemarin", "x", "masuk", "x", {}, "", "ab" * 32)
    assert cells(audit_part([changed])) == [["1", "kemarin", "x", "masuk", "ab" * 6]]


@pytest.mark.parametrize("person", [SITI, BUDI])
def test_an_operator_does_not_see_the_chain(busy, person):
    for read in (read_audit, audit_table):
        with pytest.raises(Refused, match=f"^Akun {person.name} tidak berwenang melakukan ini.$"):
            read(busy, person)


@pytest.mark.parametrize("person", [RINA, JAKARTA, ADMIN])
def test_whoever_sees_the_chain_sees_all_of_it(busy, person):
    assert audit_table(busy, person)["number"].tolist() == list(range(1, 10))
    assert read_audit(busy, person).count == 9


# --- /jejak.csv ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manage")
    database = fresh_database(folder)
    people = {"siti": (Role.OPERATOR, SURABAYA), "rina": (Role.PENINJAU, "35"), "dewi": (Role.ADMIN, None)}
    tokens = {}
    for number, (name, (role, lingkup)) in enumerate(people.items(), 1):
        add_staff(database, name, role, lingkup)
        tokens[name] = start_session(database, number, datetime.now(UTC), confirmed=True)
    tokens["half"] = start_session(database, 3, datetime.now(UTC), confirmed=False)
    handed_in(database, SITI, 9, note="=1+1")
    database.close()
    with serve(folder / "serapan.sqlite") as url:
        yield url, tokens, folder / "serapan.sqlite"


def fetch(running, who):
    url, tokens, _ = running
    cookies = {"serapan_sesi": tokens.get(who, who)} if who else {}
    return requests.get(f"{url}/jejak.csv", cookies=cookies, allow_redirects=False, timeout=20)


@pytest.mark.parametrize("who", ["rina", "dewi"])
def test_the_chain_can_be_downloaded_and_its_hashes_computed_anew(running, who):
    answer = fetch(running, who)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="serapan-jejak-audit.csv"'
    assert "access-control-allow-origin" not in answer.headers
    found = list(csv.DictReader(io.StringIO(answer.text)))
    assert list(found[0]) == COLUMNS
    assert [row["act"] for row in found] == ["akun-tambah", "akun-tambah", "akun-tambah", "unggah", "ajukan"]
    previous = ""
    for row in found:
        assert row["previous_hash"] == previous
        fields = [int(row["number"]), *(row[name] for name in COLUMNS[1:7])]
        previous = sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
        assert row["hash"] == previous


@pytest.mark.parametrize("who", ["", "half", "tebakan"])
def test_who_is_not_signed_in_is_led_to_the_form(running, who):
    answer = fetch(running, who)
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk?next=/jejak")
    assert answer.content == b""


def test_an_operator_is_refused(running):
    answer = fetch(running, "siti")
    assert answer.status_code == 403
    assert answer.text == "Akun siti tidak berwenang melakukan ini. Minta admin memeriksa peran akun Anda.\n"


def test_a_closed_account_gets_nothing_any_more(running):
    _, tokens, path = running
    database = Database(f"sqlite:///{path}")
    key = add(database, "tuti", by="uji")
    tokens["tuti"] = start_session(database, key, datetime.now(UTC), confirmed=True)
    assert fetch(running, "tuti").status_code == 200
    disable_account(database, "tuti", "dewi", datetime.now(UTC))
    database.close()
    assert fetch(running, "tuti").status_code == 303
