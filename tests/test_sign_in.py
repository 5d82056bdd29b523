"""Signing in, out, and changing the password, against a running server."""

import re
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
import requests
import sqlalchemy as sa

from routes.local_path import local_path
from routes.throttle import Throttle
from store.accounts import add_account
from store.database import Database
from store.role import Role
from store.tables import audit
from tests.serving import serve

PASSWORD = "kopi pahit tanpa gula"
LONGEST = "kata " * 51 + "x"
NEW_PASSWORD = "teh manis hangat sekali"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("sign_in") / "serapan.sqlite"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    for name in ("siti", "budi", "admin"):
        add_account(
            database,
            name,
            PASSWORD,
            must_change=name == "admin",
            now=datetime.now(UTC),
            role=Role.OPERATOR,
            lingkup="657942",
        )
    add_account(
        database, "tari", LONGEST, must_change=False, now=datetime.now(UTC), role=Role.OPERATOR, lingkup="657942"
    )
    long_ago = datetime(2020, 9, 1, 1, 0, tzinfo=UTC)
    add_account(database, "tono", PASSWORD, must_change=True, now=long_ago, role=Role.ADMIN)
    for name in ("rini", "dewi"):
        add_account(database, name, PASSWORD, must_change=name == "rini", now=datetime.now(UTC), role=Role.ADMIN)
    database.close()
    return path


@pytest.fixture(scope="module")
def url(path: Path) -> Iterator[str]:
    with serve(path, SERAPAN_BEHIND_PROXY="1") as base:
        yield base


@pytest.fixture
def browser(url: str) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers["Origin"] = url
        yield session


def fill_in(browser: requests.Session, address: str, **fields: str) -> requests.Response:
    """Opens a form and posts it, without following where it leads."""
    page = browser.get(address)
    found = re.search(r'name="formulir" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return browser.post(address.partition("?")[0], {"formulir": found[1], **fields}, allow_redirects=False)


def error_of(answer: requests.Response) -> str:
    found = re.search(r'<p class="error" role="alert" id="galat">(.*?)</p>', answer.text)
    return found[1] if found else ""


def test_sign_in_and_out(url: str, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama="Siti", sandi=PASSWORD, next="/riwayat?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/riwayat?x=1")
    # Who is signed in is led on, and the form of the sign-out knows the name.
    assert browser.get(f"{url}/masuk", allow_redirects=False).headers["location"] == "/unggah"
    assert "Masuk sebagai siti." in browser.get(f"{url}/keluar").text
    kept = browser.cookies["serapan_sesi"]
    answer = fill_in(browser, f"{url}/keluar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "serapan_sesi" not in browser.cookies
    # The row is gone: the old cookie opens nothing.
    browser.cookies.set("serapan_sesi", kept)
    assert browser.get(f"{url}/sandi", allow_redirects=False).headers["location"] == "/masuk?next=/sandi"


def test_the_cookie(url: str, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama="siti", sandi=PASSWORD)
    assert answer.headers["location"] == "/unggah"
    name, _, attributes = answer.headers["set-cookie"].partition("=")
    assert name == "serapan_sesi"
    assert attributes.split("; ")[1:] == ["HttpOnly", "Path=/", "SameSite=strict"]
    browser.cookies.clear()
    browser.headers["X-Forwarded-Proto"] = "https"
    page = browser.get(f"{url}/masuk")
    assert page.headers["set-cookie"].endswith("; HttpOnly; Path=/; SameSite=strict; Secure")


@pytest.mark.parametrize(("name", "password"), [("siti", "salah"), ("tidak ada", PASSWORD), ("", "")])
def test_what_does_not_fit(url: str, browser: requests.Session, name: str, password: str) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama=name, sandi=password)
    assert answer.status_code == 422
    assert error_of(answer) == "Nama akun atau sandi tidak cocok."
    assert "serapan_sesi" not in browser.cookies


def test_every_character_of_a_password_counts(url: str, browser: requests.Session) -> None:
    for wrong in (LONGEST + "y", LONGEST[:-1], LONGEST.upper()):
        assert fill_in(browser, f"{url}/masuk", nama="tari", sandi=wrong).status_code == 422
    assert fill_in(browser, f"{url}/masuk", nama="tari", sandi=LONGEST).status_code == 303
    answer = fill_in(browser, f"{url}/sandi", lama=LONGEST + "y", baru=NEW_PASSWORD, ulang=NEW_PASSWORD)
    assert error_of(answer) == "Sandi lama tidak cocok."


def test_password_managers_find_their_fields_and_nobody_is_asked_a_secret_question(
    url: str, browser: requests.Session
) -> None:
    fill_in(browser, f"{url}/masuk", nama="siti", sandi=PASSWORD)
    change = re.findall(r"<input [^>]*>", browser.get(f"{url}/sandi").text)
    browser.cookies.clear()
    sign_in = re.findall(r"<input [^>]*>", browser.get(f"{url}/masuk").text)
    fields = {
        page: [
            tuple(re.search(f' {key}="([^"]*)"', one)[1] for key in ("name", "type", "autocomplete")) for one in inputs
        ]  # type: ignore[index]
        for page, inputs in (
            ("masuk", [one for one in sign_in if ' type="password"' in one]),
            ("sandi", [one for one in change if ' type="password"' in one]),
        )
    }
    assert fields == {
        "masuk": [("sandi", "password", "current-password")],
        "sandi": [
            ("lama", "password", "current-password"),
            ("baru", "password", "new-password"),
            ("ulang", "password", "new-password"),
        ],
    }
    names = [re.search(' name="([^"]*)"', one)[1] for one in sign_in + change]  # type: ignore[index]
    assert names == ["formulir", "next", "nama", "sandi", "formulir", "nama", "lama", "baru", "ulang"]
    assert "onpaste" not in "".join(sign_in + change)


def test_what_was_typed_comes_back_as_text(url: str, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama='"><script>alert(1)</script>', sandi="rahasia", next="/x")
    assert 'value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in answer.text
    assert 'name="next" value="/x"' in answer.text
    assert "rahasia" not in answer.text


def test_too_many_tries_slow_down_and_lock_nobody_out(url: str, browser: requests.Session) -> None:
    browser.headers["X-Forwarded-For"] = "203.0.113.7"
    for _ in range(10):
        assert fill_in(browser, f"{url}/masuk", nama="budi", sandi="salah").status_code == 422
    answer = fill_in(browser, f"{url}/masuk", nama="budi", sandi=PASSWORD)
    assert answer.status_code == 429
    wait = int(answer.headers["retry-after"])
    assert 1 <= wait <= 30
    assert error_of(answer) == f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik."
    # The same account from another address, and another account from this one, are not kept waiting.
    assert fill_in(browser, f"{url}/masuk", nama="siti", sandi=PASSWORD).status_code == 303
    browser.cookies.clear()
    browser.headers["X-Forwarded-For"] = "203.0.113.7, 198.51.100.2"
    assert fill_in(browser, f"{url}/masuk", nama="budi", sandi=PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({"Origin": "https://jahat.example"}, "Formulir ini tidak dikirim dari halaman Serapan."),
        ({"Origin": "null"}, "Formulir ini tidak dikirim dari halaman Serapan."),
        ({"Origin": ""}, "Formulir ini tidak dikirim dari halaman Serapan."),
        ({"Sec-Fetch-Site": "cross-site"}, "Formulir ini tidak dikirim dari halaman Serapan."),
        ({"Sec-Fetch-Site": "same-site"}, "Formulir ini tidak dikirim dari halaman Serapan."),
        ({"Cookie": "serapan_formulir=lain"}, "Formulir ini sudah kedaluwarsa. Isi sekali lagi."),
        ({"Cookie": ""}, "Formulir ini sudah kedaluwarsa. Isi sekali lagi."),
    ],
)
def test_forms_of_strangers(url: str, browser: requests.Session, headers: dict[str, str], message: str) -> None:
    page = browser.get(f"{url}/masuk")
    token = re.findall(r'name="formulir" value="([^"]+)"', page.text)[0]
    fields = {"formulir": token, "nama": "siti", "sandi": PASSWORD}
    merged = {"Cookie": f"serapan_formulir={token}", **headers}
    answer = browser.post(f"{url}/masuk", fields, headers=merged, allow_redirects=False)
    assert answer.status_code == 403
    assert error_of(answer) == message
    assert "serapan_sesi" not in browser.cookies


def test_no_sign_out_without_the_forms_token(url: str, browser: requests.Session) -> None:
    fill_in(browser, f"{url}/masuk", nama="siti", sandi=PASSWORD)
    answer = browser.post(f"{url}/keluar", {"formulir": "tebakan"}, allow_redirects=False)
    assert answer.status_code == 403
    assert error_of(answer) == "Formulir ini sudah kedaluwarsa. Isi sekali lagi."
    assert "Masuk sebagai siti." in browser.get(f"{url}/keluar").text


@pytest.mark.parametrize(
    ("body", "content_type", "status", "message"),
    [
        ("a=" + "x" * 9000, "application/x-www-form-urlencoded", 413, "Isian formulir terlalu panjang."),
        ("a=%ff", "application/x-www-form-urlencoded", 400, "Isian formulir tidak dapat dibaca."),
        ("nama=siti%00", "application/x-www-form-urlencoded", 400, "Isian formulir tidak dapat dibaca."),
        (
            "&".join(f"a{n}=1" for n in range(30)),
            "application/x-www-form-urlencoded",
            400,
            "Isian formulir tidak dapat dibaca.",
        ),
        ("{}", "application/json", 415, "Isian formulir tidak dapat dibaca."),
    ],
)
def test_forms_that_are_none(
    url: str, browser: requests.Session, body: str, content_type: str, status: int, message: str
) -> None:
    answer = browser.post(f"{url}/masuk", body, headers={"Content-Type": content_type})
    assert (answer.status_code, error_of(answer)) == (status, message)


def test_the_one_time_password_must_be_changed(url: str, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama="admin", sandi=PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sandi")
    one_time = browser.cookies["serapan_sesi"]
    assert "Sandi sekali pakai harus diganti dahulu." in browser.get(f"{url}/sandi").text
    for old, new, again, message in [
        (PASSWORD, "empat belas ch", "empat belas ch", "Sandi baru harus 15 sampai 256 karakter."),
        (PASSWORD, NEW_PASSWORD, NEW_PASSWORD + "!", "Kedua isian sandi baru tidak sama."),
        (PASSWORD, PASSWORD, PASSWORD, "Sandi baru harus berbeda dari sandi lama."),
        ("salah", NEW_PASSWORD, NEW_PASSWORD, "Sandi lama tidak cocok."),
    ]:
        answer = fill_in(browser, f"{url}/sandi", lama=old, baru=new, ulang=again)
        assert (answer.status_code, error_of(answer)) == (422, message)
    answer = fill_in(browser, f"{url}/sandi", lama=PASSWORD, baru=NEW_PASSWORD, ulang=NEW_PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/unggah")
    assert browser.cookies["serapan_sesi"] != one_time
    assert "Sandi sekali pakai" not in browser.get(f"{url}/sandi").text
    browser.cookies.clear()
    assert fill_in(browser, f"{url}/masuk", nama="admin", sandi=PASSWORD).status_code == 422
    assert fill_in(browser, f"{url}/masuk", nama="admin", sandi=NEW_PASSWORD).headers["location"] == "/unggah"


def test_a_one_time_password_that_came_too_late(url: str, path: Path, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama="Tono", sandi=PASSWORD)
    assert (answer.status_code, error_of(answer)) == (
        422,
        "Sandi sekali pakai akun tono hanya berlaku sampai 4 September 2020 pukul 08.00 WIB. "
        "Minta sandi yang baru kepada admin Serapan.",
    )
    assert "serapan_sesi" not in browser.cookies
    answer = fill_in(browser, f"{url}/masuk", nama="tono", sandi="salah")
    assert (answer.status_code, error_of(answer)) == (422, "Nama akun atau sandi tidak cocok.")
    with closing(Database(f"sqlite:///{path}")) as database, database.read() as connection:
        failed = connection.execute(sa.select(audit.c.act, audit.c.detail).where(audit.c.by == "tono")).all()
    assert failed == [("masuk-gagal", '{"langkah": "kedaluwarsa"}')]


def test_nobody_changes_a_password_unseen(url: str, browser: requests.Session) -> None:
    answer = browser.post(f"{url}/sandi", {"lama": "x"}, allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk?next=/sandi")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/riwayat", "/riwayat"),
        ("/wilayah?kode=3573&x=%2F", "/wilayah?kode=3573&x=%2F"),
        (None, "/unggah"),
        ("", "/unggah"),
        ("riwayat", "/unggah"),
        ("//jahat.example", "/unggah"),
        ("/\\jahat.example", "/unggah"),
        ("https://jahat.example/", "/unggah"),
        ("javascript:alert(1)", "/unggah"),
        ("/\n/jahat.example", "/unggah"),
        ("/\t/jahat.example", "/unggah"),
    ],
)
def test_where_a_form_leads(text: str | None, path: str) -> None:
    assert local_path(text, "/unggah") == path


def test_throttle() -> None:
    seconds = [0.0]
    throttle = Throttle(burst=3, seconds_per_try=10, clock=lambda: seconds[0])
    assert [throttle.take("a") for _ in range(5)] == [0, 0, 0, 10, 10]
    assert throttle.take("b") == 0
    seconds[0] = 4.5
    assert throttle.take("a") == 6
    seconds[0] = 10.0
    assert [throttle.take("a"), throttle.take("a")] == [0, 10]
    throttle.give_back("a")
    assert [throttle.take("a"), throttle.take("a")] == [0, 10]
    seconds[0] = 1000.0
    assert [throttle.take("a") for _ in range(4)] == [0, 0, 0, 10]


def test_throttle_stays_small_under_a_flood() -> None:
    throttle = Throttle(burst=3, seconds_per_try=10, clock=lambda: 0.0)
    for number in range(10_500):
        throttle.take(str(number))
    assert 9_000 <= len(throttle._full_at) <= 10_000


def test_the_second_factor_is_set_up_and_asked_for(url: str, browser: requests.Session) -> None:
    answer = fill_in(browser, f"{url}/masuk", nama="rini", sandi=PASSWORD, next="/riwayat")
    assert answer.headers["location"] == "/sandi"
    answer = fill_in(browser, f"{url}/sandi", lama=PASSWORD, baru=NEW_PASSWORD, ulang=NEW_PASSWORD)
    assert answer.headers["location"] == "/kode"
    page = browser.get(f"{url}/kode").text
    secret = re.findall(r'class="secret">([A-Z2-7 ]{39})<', page)[0].replace(" ", "")
    assert f"otpauth://totp/Serapan:rini?secret={secret}&amp;issuer=Serapan" in page
    assert 'class="qr"' in page
    waiting = browser.cookies["serapan_sesi"]
    # Half signed in: uploads stay closed, and the password cannot be changed.
    assert browser.put(f"{url}/_stcore/upload_file/x/y", data=b"x").status_code == 404
    assert browser.get(f"{url}/sandi", allow_redirects=False).headers["location"] == "/masuk?next=/sandi"
    answer = fill_in(browser, f"{url}/kode", kode="12345")
    wrong = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di aplikasi Anda, lalu isikan."
    assert (answer.status_code, error_of(answer)) == (422, wrong)
    code = pyotp.TOTP(secret).now()
    answer = fill_in(browser, f"{url}/kode?next=/riwayat", kode=f"{code[:3]} {code[3:]}", next="/riwayat")
    assert (answer.status_code, answer.headers["location"]) == (303, "/riwayat")
    assert browser.cookies["serapan_sesi"] != waiting
    assert browser.get(f"{url}/kode", allow_redirects=False).headers["location"] == "/unggah"
    browser.cookies.clear()
    # The next sign-in asks for a code only, and takes none twice.
    answer = fill_in(browser, f"{url}/masuk", nama="rini", sandi=NEW_PASSWORD, next="/riwayat")
    assert answer.headers["location"] == "/kode?next=/riwayat"
    assert "Kunci:" not in browser.get(f"{url}/kode").text
    assert error_of(fill_in(browser, f"{url}/kode", kode=code)) == wrong
    step = int(time.time()) // 30 + 1
    assert fill_in(browser, f"{url}/kode", kode=pyotp.TOTP(secret).generate_otp(step)).status_code == 303


def test_codes_cannot_be_tried_without_end(url: str, browser: requests.Session) -> None:
    fill_in(browser, f"{url}/masuk", nama="dewi", sandi=PASSWORD)
    assert [fill_in(browser, f"{url}/kode", kode="x").status_code for _ in range(11)] == [422] * 10 + [429]


def test_sign_out_everywhere(url: str, browser: requests.Session) -> None:
    with requests.Session() as other:
        other.headers["Origin"] = url
        for one in (browser, other):
            fill_in(one, f"{url}/masuk", nama="siti", sandi=PASSWORD)
        assert fill_in(browser, f"{url}/keluar", semua="1").status_code == 303
        assert other.get(f"{url}/sandi", allow_redirects=False).headers["location"] == "/masuk?next=/sandi"


def test_a_code_without_a_session(url: str, browser: requests.Session) -> None:
    assert browser.post(f"{url}/kode", {"kode": "1"}, allow_redirects=False).headers["location"] == "/masuk"
