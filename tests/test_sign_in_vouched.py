"""Which account an organisation account opens, in the database."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from store.accounts import add_account, disable_account, enable_account, reset_account
from store.database import Database
from store.read_audit import read_audit
from store.record_failure import record_failure
from store.refused import Refused
from store.role import Role
from store.second_factor import offered_secret
from store.sessions import find_session
from store.sign_in import sign_in
from store.sign_in_vouched import sign_in_vouched
from store.tables import account
from store.vouched import Vouched
from tests.stored import BATU, SURABAYA, fresh_database
from tests.tiny_drafts import ADMIN
from views.act_words import act_words

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
PASSWORD = "kopi pahit tanpa gula"
SITI, BUDI, RINI, TONO = "siti@kpu.example", "budi@kpu.example", "rini@kpu.example", "tono@kpu.example"
KPU, OTHER = "https://akun.kpu.example", "https://akun.lain.example"


def person(subject, email, *, verified=True, issuer=KPU):
    return Vouched(issuer, subject, email, verified)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """siti came in as orang-1 already; budi, rini and tono never did, and tono's account is closed."""
    folder = tmp_path_factory.mktemp("vouched")
    opened = fresh_database(folder)
    for name, role, lingkup in (
        (SITI, Role.OPERATOR, SURABAYA),
        (BUDI, Role.OPERATOR, BATU),
        (RINI, Role.PENINJAU, "35"),
        (TONO, Role.OPERATOR, BATU),
    ):
        add_account(opened, name, PASSWORD, must_change=name != SITI, now=NOW, role=role, lingkup=lingkup)
    disable_account(opened, TONO, "uji", NOW)
    sign_in_vouched(opened, person("orang-1", SITI), NOW)
    opened.close()
    return folder / "serapan.sqlite"


@pytest.fixture
def database(kept, tmp_path):
    """A copy: hashing passwords takes its time."""
    opened = Database(f"sqlite:///{shutil.copy(kept, tmp_path)}")
    yield opened
    opened.close()


def bound(database):
    columns = (account.c.name, account.c.organisation_issuer, account.c.organisation_subject)
    with database.read() as connection:
        return [tuple(row) for row in connection.execute(sa.select(*columns).where(columns[2].is_not(None)))]


def words(database):
    """What the audit trail says of what came after the seven acts of the fixture."""
    rows = sorted(read_audit(database, ADMIN).rows, key=lambda act: act.number)
    return [(act.by, act_words(act)) for act in rows[7:]]


def refusal(database, vouched):
    with pytest.raises(Refused) as refused:
        sign_in_vouched(database, vouched, NOW)
    issue = refused.value.issue
    return issue.message, issue.remedy, issue.raw


REMEDY = (
    "Bila akun Serapan itu memang milik Anda, minta admin Serapan menyetel ulangnya; bila bukan, minta akun sendiri."
)
TAKEN = (f"Akun {SITI} sudah terikat pada akun organisasi lain.", REMEDY)
BUDI_TAKEN = (f"Akun {BUDI} sudah terikat pada akun organisasi lain.", REMEDY, BUDI)
NOBODY = (
    "Penyedia akun organisasi tidak menyebut kunci tetap (sub) akun Anda.",
    "Minta pengelolanya memperbaiki layanan itu, atau masuk dengan nama akun dan sandi.",
)
UNVERIFIED = (
    "Penyedia akun organisasi tidak menyatakan bahwa alamat surel Anda sudah diverifikasi.",
    "Minta pengelolanya memverifikasi alamat itu, atau masuk dengan nama akun dan sandi.",
)
ASK = "Hubungi admin Serapan bila Anda masih memerlukannya."
CLOSED = (f"Akun {TONO} sudah dinonaktifkan.", ASK)


def unknown(email):
    return (
        f"Tidak ada akun Serapan bernama {email}.",
        "Minta admin Serapan menambahkan akun dengan nama itu, atau masuk dengan nama akun dan sandi.",
    )


@pytest.mark.parametrize(
    ("vouched", "name"),
    [
        # For the first time: who has the verified address, however it is written.
        (person("orang-2", BUDI), BUDI),
        (person("orang-2", " Budi@KPU.example"), BUDI),
        (person("orang-2", RINI), RINI),
        # The same key from another provider is another person.
        (person("orang-1", BUDI, issuer=OTHER), BUDI),
        # Who came before is known by the key, whatever became of the address, even if it is another account's name.
        (person("orang-1", SITI), SITI),
        (person("orang-1", "aminah@kpu.example"), SITI),
        (person("orang-1", SITI, verified=False), SITI),
        (person("orang-1", "", verified=False), SITI),
        (person("orang-1", BUDI), SITI),
        (person("orang-1", TONO), SITI),
    ],
)
def test_who_comes_in(database, vouched, name):
    token = sign_in_vouched(database, vouched, NOW)
    assert find_session(database, token, NOW).name == name
    theirs = (name, vouched.issuer, vouched.subject)
    assert bound(database) == ([theirs] if name == SITI else [(SITI, KPU, "orang-1"), theirs])


@pytest.mark.parametrize(
    ("vouched", "message", "named"),
    [
        # The address was given to somebody else.
        (person("orang-2", SITI), TAKEN, SITI),
        (person("orang-2", SITI.upper()), TAKEN, SITI),
        (person("ORANG-1", SITI), TAKEN, SITI),
        (person("orang-1 ", SITI), TAKEN, SITI),
        (person("orang-1", SITI, issuer=OTHER), TAKEN, SITI),
        # Nobody is nobody twice.
        (person("", SITI), NOBODY, SITI),
        (person("", BUDI), NOBODY, BUDI),
        (person(" ", BUDI), NOBODY, BUDI),
        (person("orang-2", BUDI, issuer=""), NOBODY, BUDI),
        # The address is all that is known of them.
        (person("orang-2", BUDI, verified=False), UNVERIFIED, BUDI),
        (person("orang-2", SITI, verified=False), UNVERIFIED, SITI),
        (person("orang-2", ""), UNVERIFIED, ""),
        (person("orang-2", "siapa@kpu.example"), unknown("siapa@kpu.example"), "siapa@kpu.example"),
        (person("orang-2", "budi@\u212apu.example"), unknown("budi@\u212apu.example"), "budi@\u212apu.example"),
        (person("orang-2", TONO), CLOSED, TONO),
    ],
)
def test_who_is_refused(database, vouched, message, named):
    assert refusal(database, vouched) == (*message, named)
    assert bound(database) == [(SITI, KPU, "orang-1")]
    assert words(database) == []


def test_an_account_belongs_to_whoever_came_first_until_it_is_reset(database):
    first, second = person("orang-2", BUDI), person("orang-3", BUDI)
    sign_in_vouched(database, first, NOW)
    assert refusal(database, second) == BUDI_TAKEN
    record_failure(database, BUDI, "organisasi", NOW)
    password = reset_account(database, BUDI, "uji", NOW)
    assert bound(database) == [(SITI, KPU, "orang-1")]
    # The new one-time password opens it, and binds it to nobody.
    assert find_session(database, sign_in(database, BUDI, password, NOW), NOW).must_change
    sign_in_vouched(database, second, NOW)
    assert refusal(database, first) == BUDI_TAKEN
    assert bound(database)[1:] == [(BUDI, KPU, "orang-3")]
    assert words(database) == [
        (BUDI, "mengikat akun organisasi"),
        (BUDI, "tidak lagi memakai sandi sekali pakai"),
        (BUDI, "masuk: lewat akun organisasi"),
        (BUDI, "gagal masuk: organisasi tidak cocok"),
        ("uji", f"menyetel ulang akun {BUDI}"),
        (BUDI, "masuk"),
        (BUDI, "mengikat akun organisasi"),
        (BUDI, "tidak lagi memakai sandi sekali pakai"),
        (BUDI, "masuk: lewat akun organisasi"),
    ]
    tied = [act for act in read_audit(database, ADMIN, act="ikat-organisasi").rows if act.by == BUDI]
    assert [act.detail for act in tied] == [
        {"penerbit": KPU, "subjek": "orang-3"},
        {"penerbit": KPU, "subjek": "orang-2"},
    ]


def test_a_person_has_one_account(database):
    # Who has siti's account and now has budi's address gets budi's only after siti's was reset.
    moved = person("orang-1", BUDI)
    assert find_session(database, sign_in_vouched(database, moved, NOW), NOW).name == SITI
    reset_account(database, SITI, "uji", NOW)
    assert find_session(database, sign_in_vouched(database, moved, NOW), NOW).name == BUDI
    # Nor can the database hold it twice.
    with pytest.raises(sa.exc.IntegrityError), database.write() as connection:
        connection.execute(sa.update(account).values(organisation_issuer=KPU, organisation_subject="orang-1"))
    assert bound(database) == [(BUDI, KPU, "orang-1")]


def test_a_closed_account_stays_theirs(database):
    disable_account(database, SITI, "uji", NOW)
    # The failure belongs to the account, whatever the address is now.
    moved = person("orang-1", "aminah@kpu.example")
    assert refusal(database, moved) == (f"Akun {SITI} sudah dinonaktifkan.", ASK, SITI)
    enable_account(database, SITI, "uji", NOW)
    assert refusal(database, person("orang-2", SITI)) == (*TAKEN, SITI)
    assert sign_in_vouched(database, person("orang-1", SITI), NOW)


@pytest.mark.parametrize("hours", [1, 72, 1000])
def test_a_one_time_password_is_void_and_whoever_came_with_it_is_out(database, hours):
    token = sign_in(database, RINI, PASSWORD, NOW)
    later = NOW + timedelta(hours=hours)
    waiting = sign_in_vouched(database, person("orang-2", RINI), later)
    assert find_session(database, token, NOW) is None
    assert sign_in(database, RINI, PASSWORD, later) is None
    # A peninjau is asked for a code still.
    assert not find_session(database, waiting, later).ready
    assert offered_secret(database, waiting) is not None
    assert [what for _, what in words(database)] == [
        "mengikat akun organisasi",
        "tidak lagi memakai sandi sekali pakai",
        "masuk dan ditanyai kode kedua: lewat akun organisasi",
    ]
