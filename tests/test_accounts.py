"""Second factor, closed accounts, passwords that can be guessed, and `manage.py user`."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from budget.wording.wib import wib
from manage import manage
from store.accounts import add_account, any_account, disable_account, enable_account, reset_account
from store.change_password import set_password
from store.list_accounts import list_accounts
from store.password_objection import password_objection
from store.record_failure import record_failure
from store.refused import Refused
from store.role import Role
from store.second_factor import confirm_code, offered_secret
from store.sessions import end_all_sessions, end_session, find_session, start_session
from store.sign_in import sign_in
from store.tables import account, audit
from tests.stored import fresh_database

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
PASSWORD = "kopi pahit tanpa gula"
LENGTH = "Sandi baru harus 15 sampai 256 karakter."
REPEATS = "Sandi baru hanya mengulang potongan yang sama. Pilih yang lain."
COMMON = "Sandi baru terlalu umum, jadi mudah ditebak. Pilih yang lain."
GUESSED = (
    "Sandi baru hanya terdiri atas angka atau kata yang mudah ditebak (nama akun, daerah, bulan, pemilu). "
    "Tambahkan beberapa kata lain."
)


@pytest.fixture
def database(tmp_path):
    opened = fresh_database(tmp_path)
    add_account(opened, "rini", PASSWORD, must_change=False, now=NOW, role=Role.ADMIN)
    add_account(opened, "siti", PASSWORD, must_change=False, now=NOW, role=Role.OPERATOR, lingkup="657942")
    yield opened
    opened.close()


def acts(database):
    with database.read() as connection:
        rows = connection.execute(sa.select(audit.c.act, audit.c.by, audit.c.subject).order_by(audit.c.number))
        return [tuple(row) for row in rows][2:]


def code(secret, steps=0, now=NOW):
    return pyotp.TOTP(secret).at(now, counter_offset=steps)


def test_an_empty_database_lets_nobody_in(tmp_path):
    (tmp_path / "kosong").mkdir()
    empty = fresh_database(tmp_path / "kosong")
    assert not any_account(empty)
    assert [sign_in(empty, name, name, NOW) for name in ("admin", "root", "sa", "")] == [None] * 4
    empty.close()


def test_the_first_code_sets_the_second_factor_up(database):
    token = sign_in(database, "rini", PASSWORD, NOW)
    assert not find_session(database, token, NOW).ready
    secret = offered_secret(database, token)
    assert re.fullmatch("[A-Z2-7]{32}", secret)
    fresh = confirm_code(database, token, code(secret), NOW)
    assert find_session(database, token, NOW) is None
    assert find_session(database, fresh, NOW).ready
    assert acts(database) == [("kode-dipasang", "rini", "rini"), ("masuk", "rini", "rini")]
    # Two who signed in at once: the second is asked for the secret that stands now.
    assert offered_secret(database, sign_in(database, "rini", PASSWORD, NOW)) is None


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_code_too_early_or_late(database, steps):
    token = start_session(database, 1, NOW)
    assert confirm_code(database, token, code(offered_secret(database, token), steps), NOW) is None


@pytest.mark.parametrize("typed", ["", "x", "12345", "１２３", "0" * 20])
def test_what_is_no_code(database, typed):
    assert confirm_code(database, start_session(database, 1, NOW), typed, NOW) is None


def test_each_step_is_taken_once(database):
    token = start_session(database, 1, NOW)
    secret = offered_secret(database, token)
    assert confirm_code(database, token, code(secret, 1), NOW)
    assert [
        bool(confirm_code(database, start_session(database, 1, NOW), code(secret, steps), later))
        for steps, later in [(-1, NOW), (0, NOW), (1, NOW), (2, NOW + timedelta(seconds=30))]
    ] == [False, False, False, True]


def test_no_code_before_the_one_time_password_is_changed(database):
    key = add_account(database, "dewi", PASSWORD, must_change=True, now=NOW, role=Role.ADMIN)
    token = start_session(database, key, NOW)
    assert confirm_code(database, token, code(offered_secret(database, token)), NOW) is None


def test_a_closed_account(database):
    token = sign_in(database, "siti", PASSWORD, NOW)
    disable_account(database, " SITI", "rini", NOW)
    disable_account(database, "siti", "rini", NOW)
    assert find_session(database, token, NOW) is None
    assert sign_in(database, "siti", PASSWORD, NOW) is None
    enable_account(database, "siti", "rini", NOW)
    enable_account(database, "siti", "rini", NOW)
    # The old session stays ended.
    assert find_session(database, token, NOW) is None
    assert sign_in(database, "siti", PASSWORD, NOW) is not None
    assert acts(database) == [
        ("masuk", "siti", "siti"),
        ("akun-nonaktif", "rini", "siti"),
        ("akun-aktif", "rini", "siti"),
        ("masuk", "siti", "siti"),
    ]


def test_a_reset_account(database):
    first = start_session(database, 1, NOW)
    confirmed = confirm_code(database, first, code(offered_secret(database, first)), NOW)
    password = reset_account(database, "rini", "baris perintah", NOW)
    assert find_session(database, confirmed, NOW) is None
    assert sign_in(database, "rini", PASSWORD, NOW) is None
    token = sign_in(database, "rini", password, NOW)
    assert find_session(database, token, NOW).must_change
    assert offered_secret(database, token) is not None
    assert acts(database)[-1] == ("akun-reset", "baris perintah", "rini")


OVER = "^Sandi sekali pakai akun dewi hanya berlaku sampai 27 November 2026 pukul 08.00 WIB.$"


@pytest.mark.parametrize(
    ("after", "password", "what"),
    [
        (timedelta(hours=72, seconds=-1), PASSWORD, "in"),
        (timedelta(hours=72), PASSWORD, "over"),
        (timedelta(days=365), PASSWORD, "over"),
        # Who does not have the password is not told that it is over.
        (timedelta(hours=72), PASSWORD + "!", "out"),
    ],
)
def test_a_one_time_password_holds_for_72_hours(database, after, password, what):
    add_account(database, "dewi", PASSWORD, must_change=True, now=NOW, role=Role.ADMIN)
    later = NOW + after
    if what == "over":
        with pytest.raises(Refused, match=OVER) as refused:
            sign_in(database, "dewi", password, later)
        assert refused.value.issue.remedy == "Minta sandi yang baru kepada admin Serapan."
    else:
        token = sign_in(database, "dewi", password, later)
        assert (token is not None) == (what == "in")
    # Neither way of refusing says anything of an account that was closed.
    disable_account(database, "dewi", "rini", later)
    assert sign_in(database, "dewi", password, later) is None


def test_a_reset_gives_72_hours_anew(database):
    add_account(database, "dewi", PASSWORD, must_change=True, now=NOW - timedelta(hours=72), role=Role.ADMIN)
    password = reset_account(database, "dewi", "rini", NOW)
    with pytest.raises(Refused, match=OVER):
        sign_in(database, "dewi", password, NOW + timedelta(hours=72))
    token = sign_in(database, "dewi", password, NOW + timedelta(hours=71))
    # Whoever came in time may choose a password within the session, which ends by itself.
    set_password(database, find_session(database, token, NOW + timedelta(hours=71)).account_id, "teh manis hangat", NOW)
    assert [one.one_time_until for one in list_accounts(database)] == [None] * 3
    assert sign_in(database, "dewi", "teh manis hangat", NOW + timedelta(days=365)) is not None


@pytest.mark.parametrize(
    ("name", "by", "message"),
    [
        ("rini", "rini", "Akun rini adalah akun Anda sendiri, jadi tidak dapat Anda nonaktifkan."),
        ("rini", "x", "Akun rini adalah admin aktif yang terakhir, jadi tidak dapat dinonaktifkan."),
        ("budi", "x", "Akun budi tidak ada."),
    ],
)
def test_who_cannot_be_disabled(database, name, by, message):
    with pytest.raises(Refused, match=f"^{message}$"):
        disable_account(database, name, by, NOW)
    assert acts(database) == []


def test_a_closed_admin_does_not_count_as_one_that_is_left(database):
    add_account(database, "dewi", PASSWORD, must_change=False, now=NOW, role=Role.ADMIN)
    disable_account(database, "dewi", "rini", NOW)
    with pytest.raises(Refused, match="admin aktif yang terakhir"):
        disable_account(database, "rini", "dewi", NOW)


def test_failures_are_recorded_once_a_minute_and_of_known_names_only(database):
    for seconds in (0, 59, 60):
        for name in ("Siti ", "tidak ada", ""):
            record_failure(database, name, "sandi", NOW + timedelta(seconds=seconds))
    assert acts(database) == [("masuk-gagal", "siti", "siti")] * 2


def test_signing_out_is_recorded(database):
    first, second, third = (start_session(database, 2, NOW) for _ in range(3))
    stranger = start_session(database, 1, NOW)
    end_session(database, first, NOW)
    end_session(database, first, NOW)
    end_all_sessions(database, second, NOW)
    end_all_sessions(database, second, NOW)
    assert [find_session(database, token, NOW) for token in (first, second, third)] == [None] * 3
    assert find_session(database, stranger, NOW) is not None
    assert acts(database) == [("keluar", "siti", "siti"), ("keluar-semua", "siti", "siti")]


@pytest.mark.parametrize(
    ("password", "objection"),
    [
        (PASSWORD, None),
        ("kpu surabaya suka rujak cingur", None),
        ("x7#Kq2!vLm9@Rt4", None),
        ("ファイルを毎月送っています。よろしく", None),
        ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas", None),
        ("".join(map(chr, range(0x4E00, 0x4F00))), None),
        ("empat belas ch", LENGTH),
        ("x" * 257, LENGTH),
        ("aaaaaaaaaaaaaaaa", REPEATS),
        ("123123123123123", REPEATS),
        ("abcabcabcabcabca", REPEATS),
        ("mawar mawar mawar", REPEATS),
        ("Password Password", COMMON),
        ("Bhinneka Tunggal Ika 2024!", COMMON),
        ("1q2w3e4r5t6y7u8i", COMMON),
        ("KPU Kabupaten Malang 2026", GUESSED),
        ("anggaran-pilkada-november", GUESSED),
        ("sitisatkersurabaya1", GUESSED),
        ("siti.aminah siti.aminah", GUESSED),
        ("2026-11-24 08:15:37", GUESSED),
    ],
)
def test_passwords(password, objection):
    assert password_objection(password, "siti.aminah") == objection


def user(*arguments):
    return CliRunner().invoke(manage, ["user", *arguments])


def test_the_commands(database, monkeypatch):
    monkeypatch.setattr("commands.user.open_database", lambda: database)
    added = user("add", "Budi", "--role", "peninjau", "--provinsi", "35")
    assert added.exit_code == 0
    shown = re.fullmatch(
        r"Akun:   budi\nSandi:  (\S{20})   \(sekali pakai, tidak akan ditampilkan lagi\)\n"
        r"        berlaku sampai (.* WIB)\n",
        added.stdout,
    )
    assert wib(list_accounts(database)[0].one_time_until) == shown[2]
    now = datetime.now(UTC)
    assert find_session(database, sign_in(database, "budi", shown[1], now), now).must_change
    assert user("disable", "siti").stdout == "Akun siti nonaktif.\n"
    add_account(database, "tari", PASSWORD, must_change=True, now=now - timedelta(hours=72), role=Role.ADMIN)
    assert user("list").stdout == (
        "budi\tpeninjau\t35\tsandi sekali pakai\n"
        "rini\tadmin\t-\taktif\n"
        "siti\toperator\t657942\tnonaktif\n"
        "tari\tadmin\t-\tsandi sekali pakai kedaluwarsa\n"
    )
    assert user("enable", "siti").stdout == "Akun siti aktif.\n"
    assert re.match(r"Akun:   siti\nSandi:  \S{20} .*\n        berlaku sampai .* WIB\n", user("reset", "siti").stdout)
    assert {by for _, by, _ in acts(database)} == {"baris perintah"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["disable", "rini"], "Akun rini adalah admin aktif yang terakhir, jadi tidak dapat dinonaktifkan. Aktifkan"),
        (["reset", "budi"], "Akun budi tidak ada. Periksa ejaan nama akunnya di daftar akun.\n"),
        (["add", "siti", "--role", "admin"], "Nama akun siti sudah dipakai.\n"),
        (["add", "x", "--role", "operator"], "Peran operator tidak dapat memakai lingkup kosong.\n"),
        (["add", "x", "--role", "admin", "--provinsi", "35"], "Peran admin tidak dapat memakai lingkup 35.\n"),
    ],
)
def test_refused_commands(database, monkeypatch, arguments, message):
    monkeypatch.setattr("commands.user.open_database", lambda: database)
    refused = user(*arguments)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(message)


def test_the_secret_is_nowhere_but_in_its_columns(database):
    token = start_session(database, 1, NOW)
    secret = offered_secret(database, token)
    confirm_code(database, token, code(secret), NOW)
    with database.read() as connection:
        assert connection.execute(sa.select(account.c.totp_secret).where(account.c.id == 1)).scalar_one() == secret
        assert secret not in str(connection.execute(sa.select(audit)).all())
