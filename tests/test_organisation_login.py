"""Signing in with an organisation account, against a running server and a running provider."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pyotp
import pytest
import requests
import sqlalchemy as sa
from joserfc.jwk import RSAKey
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from store.accounts import add_account, disable_account
from store.database import Database
from store.role import Role
from store.tables import audit
from tests.provider import Provider, provider
from tests.serving import free_port, serve
from tests.staff_accounts import add_staff
from tests.stored import SURABAYA, keep, release, sample_draft
from tests.test_headers import FORM_POLICY, Https
from tests.test_server import HEADERS, POLICY
from tests.test_sign_in import error_of, fill_in

ROOT = Path(__file__).parents[1]
PASSWORD = "kopi pahit tanpa gula"
SITI, RINI, BUDI, YUNI = (f"{name}@kpu.example" for name in ("siti", "rini", "budi", "yuni"))
FAILED = "Masuk dengan akun organisasi tidak berhasil. Coba sekali lagi, atau masuk dengan nama akun dan sandi."
UNVERIFIED = (
    "Penyedia akun organisasi tidak menyatakan bahwa alamat surel Anda sudah diverifikasi. "
    "Minta pengelolanya memverifikasi alamat itu, atau masuk dengan nama akun dan sandi."
)
NOBODY = (
    "Penyedia akun organisasi tidak menyebut kunci tetap (sub) akun Anda. "
    "Minta pengelolanya memperbaiki layanan itu, atau masuk dengan nama akun dan sandi."
)
TAKEN = (
    "Akun rini@kpu.example sudah terikat pada akun organisasi lain. Bila akun Serapan itu memang milik Anda, "
    "minta admin Serapan menyetel ulangnya; bila bukan, minta akun sendiri."
)
CLOSED = "Akun tono@kpu.example sudah dinonaktifkan. Hubungi admin Serapan bila Anda masih memerlukannya."
START, BACK = "/masuk/organisasi", "/oauth2callback"


def unknown(name: str) -> str:
    return (
        f"Tidak ada akun Serapan bernama {name}. "
        "Minta admin Serapan menambahkan akun dengan nama itu, atau masuk dengan nama akun dan sandi."
    )


class Place:
    """A server that asks a provider, and its database."""

    def __init__(self, url: str, database: Database, asked: Provider, secret: str) -> None:
        self.url = url
        self.database = database
        self.provider = asked
        self.secret = secret

    def acts(self, since: int = 0) -> list[tuple[str, str, str]]:
        with self.database.read() as connection:
            query = sa.select(audit.c.act, audit.c.subject, audit.c.detail).where(audit.c.number > since)
            return [tuple(row) for row in connection.execute(query.order_by(audit.c.number))]  # type: ignore[misc]


@pytest.fixture(scope="module")
def asked() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, asked: Provider) -> Iterator[Place]:
    home = tmp_path_factory.mktemp("organisation")
    database = Database(f"sqlite:///{home}/serapan.sqlite")
    database.migrate()
    now = datetime.now(UTC)
    for name in (BUDI, YUNI, "tono@kpu.example", "dewi@kpu.example", "wati@kpu.example"):
        add_account(database, name, PASSWORD, must_change=False, now=now, role=Role.OPERATOR, lingkup="657942")
    add_account(database, SITI, PASSWORD, must_change=True, now=now, role=Role.OPERATOR, lingkup="657942")
    disable_account(database, "tono@kpu.example", "admin", now)
    secret = add_staff(database, RINI, Role.PENINJAU, "35")
    assert secret is not None
    port = free_port()
    asked.write_secrets(home, f"http://127.0.0.1:{port}")
    with serve(home / "serapan.sqlite", port=port, HOME=str(home), SERAPAN_BEHIND_PROXY="1") as url:
        yield Place(url, database, asked, secret)
    database.close()


@pytest.fixture
def place(running: Place) -> Place:
    running.provider.claims = {"email": BUDI}
    running.provider.key = running.provider.published
    return running


@pytest.fixture
def browser(place: Place) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.headers["Origin"] = place.url
        yield session


def way_back(browser: requests.Session, start: str) -> str:
    """Sets out to the provider and agrees there; the address that leads back."""
    page = browser.get(start)
    found = re.search(r'<a href="([^"]+)">Setuju</a>', page.text)
    assert found is not None, page.text
    return unescape(found[1])


def come(browser: requests.Session, place: Place, start: str = START) -> requests.Response:
    return browser.get(way_back(browser, place.url + start), allow_redirects=False)


def leads_to(answer: requests.Response) -> str:
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', answer.text)
    return unescape(found[1]) if found else ""


def test_an_operator_comes_in(place: Place, browser: requests.Session) -> None:
    with requests.Session() as elsewhere:
        elsewhere.headers["Origin"] = place.url
        assert fill_in(elsewhere, f"{place.url}/masuk", nama=SITI, sandi=PASSWORD).headers["location"] == "/sandi"
        before = len(place.acts())
        place.provider.claims = {"email": "Siti@KPU.example"}
        page = browser.get(f"{place.url}/masuk?next=/unggah?langkah=2")
        link = re.search(r'<a href="([^"]+)">Masuk dengan akun organisasi</a>', page.text)
        assert link is not None
        answer = come(browser, place, unescape(link[1]))
        assert (answer.status_code, leads_to(answer)) == (200, "/unggah?langkah=2")
        assert f"Masuk sebagai {SITI}." in browser.get(f"{place.url}/keluar").text
        key = f'"penerbit": "{place.provider.url}", "subjek": "kunci Siti@KPU.example"}}'
        by_organisation = f'{{"lewat": "organisasi", {key}'
        assert place.acts(before) == [
            ("ikat-organisasi", SITI, f"{{{key}"),
            ("sandi-gugur", SITI, "{}"),
            ("masuk", SITI, by_organisation),
        ]
        # The one-time password is void, and whoever came with it is out.
        assert elsewhere.get(f"{place.url}/sandi", allow_redirects=False).headers["location"] == "/masuk?next=/sandi"
        assert fill_in(elsewhere, f"{place.url}/masuk", nama=SITI, sandi=PASSWORD).status_code == 422
    # The next time nothing is left to bind and to void, and the address does not matter any more.
    for email, verified in (("aminah@kpu.example", True), (None, None), (SITI, False), (BUDI, True)):
        browser.cookies.clear()
        place.provider.claims = {"sub": "kunci Siti@KPU.example", "email": email, "email_verified": verified}
        assert leads_to(come(browser, place)) == "/unggah"
    acts = [act for act in place.acts(before) if act[0] != "masuk-gagal"]
    assert acts[3:] == [("masuk", SITI, by_organisation)] * 4


def test_what_the_browser_keeps(place: Place, browser: requests.Session) -> None:
    answer = come(browser, place)
    cookies = answer.raw.headers.getlist("set-cookie")
    assert [cookie.partition("=")[0] for cookie in cookies] == [
        "serapan_formulir",
        "serapan_sesi",
        "_streamlit_session",
    ]
    assert cookies[1].split("; ")[1:] == ["HttpOnly", "Path=/", "SameSite=strict"]
    # What the first step left is gone, and of who came Streamlit leaves nothing.
    assert "expires=Thu, 01 Jan 1970" in cookies[2]
    assert sorted(browser.cookies.keys()) == ["serapan_formulir", "serapan_sesi"]


def test_every_answer_has_the_headers(place: Place, browser: requests.Session) -> None:
    away = browser.get(place.url + START, allow_redirects=False)
    assert re.fullmatch(POLICY, away.headers["content-security-policy"])
    refused = browser.get(place.url + BACK, allow_redirects=False)
    come_in = come(browser, place)
    for answer in (refused, come_in):
        assert re.fullmatch(FORM_POLICY, answer.headers["content-security-policy"])
    for answer in (away, refused, come_in):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-store"


def test_a_password_that_was_chosen_stays(place: Place, browser: requests.Session) -> None:
    come(browser, place)
    browser.cookies.clear()
    assert fill_in(browser, f"{place.url}/masuk", nama=BUDI, sandi=PASSWORD).headers["location"] == "/unggah"


def test_a_reviewer_is_asked_for_the_code(place: Place, browser: requests.Session) -> None:
    place.provider.claims = {"email": RINI}
    before = len(place.acts())
    answer = come(browser, place, f"{START}?next=/tinjau")
    assert leads_to(answer) == "/kode?next=/tinjau"
    # Half signed in.
    assert browser.get(f"{place.url}/sandi", allow_redirects=False).headers["location"] == "/masuk?next=/sandi"
    code = pyotp.TOTP(place.secret).now()
    answer = fill_in(browser, f"{place.url}/kode", kode=code, next="/tinjau")
    assert (answer.status_code, answer.headers["location"]) == (303, "/tinjau")
    assert [act for act, _, _ in place.acts(before)] == ["ikat-organisasi", "masuk-menunggu-kode", "masuk"]
    # Whoever has that address now is somebody else.
    browser.cookies.clear()
    place.provider.claims = {"email": RINI, "sub": "orang lain"}
    answer = come(browser, place)
    assert (answer.status_code, error_of(answer)) == (403, TAKEN)
    assert "serapan_sesi" not in browser.cookies
    come(browser, place)
    assert place.acts(before)[3:] == [("masuk-gagal", RINI, '{"langkah": "organisasi"}')]


def test_a_closed_account_is_out_at_the_next_click(place: Place, browser: requests.Session) -> None:
    place.provider.claims = {"email": "dewi@kpu.example"}
    come(browser, place)
    assert "Masuk sebagai dewi@kpu.example." in browser.get(f"{place.url}/keluar").text
    disable_account(place.database, "dewi@kpu.example", "admin", datetime.now(UTC))
    answer = browser.get(f"{place.url}/keluar", allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    ("claims", "message"),
    [
        ({"email": YUNI, "email_verified": False}, UNVERIFIED),
        ({"email": YUNI, "email_verified": None}, UNVERIFIED),
        ({"email": YUNI, "email_verified": "true"}, UNVERIFIED),
        ({"email": None}, UNVERIFIED),
        ({"email": None, "preferred_username": YUNI}, UNVERIFIED),
        ({"email": [YUNI]}, UNVERIFIED),
        ({"email": YUNI, "sub": " "}, NOBODY),
        ({"email": YUNI, "sub": ""}, NOBODY),
        ({"email": YUNI, "sub": 7}, FAILED),
        ({"email": YUNI, "sub": None}, FAILED),
        ({"email": "siapa@kpu.example"}, unknown("siapa@kpu.example")),
        # The sign for kelvin, which is k in lower case.
        ({"email": "budi@\u212apu.example"}, unknown("budi@\u212apu.example")),
        ({"email": "budi@kpu.example.jahat.example"}, unknown("budi@kpu.example.jahat.example")),
        ({"email": "<b>@kpu.example"}, unknown("&lt;b&gt;@kpu.example")),
        ({"email": "tono@kpu.example"}, CLOSED),
        # The answer is not for us, not for now, not for this question, or not by this provider.
        ({"aud": "lain"}, FAILED),
        ({"aud": "lain", "azp": "serapan"}, FAILED),
        ({"aud": ["lain", "serapan"]}, FAILED),
        ({"aud": None, "azp": "serapan"}, FAILED),
        ({"exp": 1}, FAILED),
        ({"nonce": "lain"}, FAILED),
        ({"nonce": None}, FAILED),
        ({"iss": "https://lain.example"}, FAILED),
    ],
)
def test_who_is_refused(place: Place, browser: requests.Session, claims: dict[str, object], message: str) -> None:
    place.provider.claims = {"email": BUDI, **claims}
    answer = come(browser, place)
    assert (answer.status_code, error_of(answer)) == (403, message)
    assert "serapan_sesi" not in browser.cookies
    assert not [name for name in dict(browser.cookies) if name.startswith("_streamlit_user")]


def test_a_refusal_is_recorded_of_accounts_that_exist(place: Place, browser: requests.Session) -> None:
    before = len(place.acts())
    place.provider.claims = {"email": "wati@kpu.example", "email_verified": False}
    come(browser, place)
    place.provider.claims = {"email": "entah@kpu.example"}
    come(browser, place)
    assert place.acts(before) == [("masuk-gagal", "wati@kpu.example", '{"langkah": "organisasi"}')]


def test_an_answer_that_another_signed(place: Place, browser: requests.Session) -> None:
    place.provider.key = RSAKey.generate_key(2048, {"kid": "satu"})
    answer = come(browser, place)
    assert (answer.status_code, error_of(answer)) == (403, FAILED)
    assert "serapan_sesi" not in browser.cookies


def test_an_answer_that_this_browser_did_not_ask_for(place: Place, browser: requests.Session) -> None:
    with requests.Session() as stranger:
        address = way_back(stranger, place.url + START)
    # As a link in a letter, and while a question of one's own is under way.
    for _ in range(2):
        answer = browser.get(address, allow_redirects=False)
        assert (answer.status_code, error_of(answer)) == (403, FAILED)
        assert "serapan_sesi" not in browser.cookies
        browser.get(place.url + START, allow_redirects=False)


def test_an_answer_counts_once(place: Place, browser: requests.Session) -> None:
    address = way_back(browser, place.url + START)
    asked_with = browser.cookies["_streamlit_session"]
    assert leads_to(browser.get(address)) == "/unggah"
    for kept in (None, asked_with):
        browser.cookies.clear()
        if kept is not None:
            browser.cookies.set("_streamlit_session", kept)
        answer = browser.get(address, allow_redirects=False)
        assert (answer.status_code, error_of(answer)) == (403, FAILED)
        assert "serapan_sesi" not in browser.cookies


def test_a_state_that_was_changed(place: Place, browser: requests.Session) -> None:
    address = way_back(browser, place.url + START)
    kept = browser.cookies["_streamlit_session"]
    browser.cookies.clear()
    browser.cookies.set("_streamlit_session", ("B" if kept[0] == "A" else "A") + kept[1:])
    assert error_of(browser.get(address)) == FAILED


@pytest.mark.parametrize("query", ["", "?code=a&state=b", "?error=access_denied&error_description=x%0Ay"])
def test_answers_that_are_none(place: Place, browser: requests.Session, query: str) -> None:
    answer = browser.get(f"{place.url}{BACK}{query}", allow_redirects=False)
    assert (answer.status_code, error_of(answer)) == (403, FAILED)


def test_who_brings_streamlits_cookie_is_nobody(place: Place, browser: requests.Session) -> None:
    # Even one that is signed rightly: none was ever given out.
    told = f'{{"email": "{BUDI}", "email_verified": true, "is_logged_in": true, "provider": "default"}}'
    for secret in ("c" * 32, "lain"):
        browser.cookies.set("_streamlit_user", create_signed_value(secret, "_streamlit_user", told).decode())
        assert error_of(browser.get(place.url + BACK)) == FAILED
        assert browser.get(f"{place.url}/keluar", allow_redirects=False).headers["location"] == "/"


@pytest.mark.parametrize("wanted", ["//jahat.example", "https://jahat.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_a_stranger(place: Place, browser: requests.Session, wanted: str) -> None:
    assert leads_to(come(browser, place, f"{START}?next={wanted}")) == "/unggah"


def test_streamlits_own_addresses_stay_closed(place: Place, browser: requests.Session) -> None:
    for path in ("/auth/login", "/auth/login?provider=default", "/auth/logout"):
        assert browser.get(place.url + path, allow_redirects=False).status_code == 404


def test_too_many_tries_slow_down(place: Place, browser: requests.Session) -> None:
    browser.headers["X-Forwarded-For"] = "203.0.113.9"
    for path, status in ((BACK, 403), (START, 302)):
        for _ in range(50):
            assert browser.get(place.url + path, allow_redirects=False).status_code == status
        # Meanwhile a few more may be let through again, one every five seconds.
        answer = browser.get(place.url + path, allow_redirects=False)
        while answer.status_code == status:
            answer = browser.get(place.url + path, allow_redirects=False)
        assert answer.status_code == 429
        wait = answer.headers["retry-after"]
        assert error_of(answer) == f"Terlalu banyak percobaan. Coba lagi dalam {wait} detik."


def test_by_https_the_question_is_kept_for_this_host_alone(place: Place) -> None:
    with Https(place.url) as browser:
        away = browser.get(place.url + START)
        assert away.headers["set-cookie"].startswith("__Host-_streamlit_session=")
        assert away.headers["set-cookie"].endswith("; httponly; samesite=lax; Secure")
        found = re.search(r'href="([^"]+)"', requests.get(away.headers["location"]).text)
        assert found is not None
        kept = browser.kept.copy()
        # Under the name that a neighbour could set it is nothing.
        browser.kept = {"_streamlit_session": kept["__Host-_streamlit_session"]}
        assert error_of(browser.get(unescape(found[1]))) == FAILED
        browser.kept = kept
        assert leads_to(browser.get(unescape(found[1]))) == "/unggah"
        assert "__Host-serapan_sesi" in browser.kept
        assert "Masuk sebagai" in browser.get(f"{place.url}/keluar").text


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    database = Database(f"sqlite:///{tmp_path}/serapan.sqlite")
    database.migrate()
    database.close()
    return tmp_path


def test_a_provider_that_is_not_there(empty: Path) -> None:
    Provider(free_port()).write_secrets(empty, "http://127.0.0.1:1")
    with serve(empty / "serapan.sqlite", HOME=str(empty)) as url:
        answer = requests.get(url + START, allow_redirects=False)
        assert (answer.status_code, error_of(answer)) == (
            502,
            "Layanan akun organisasi tidak dapat dihubungi. Coba beberapa saat lagi, atau masuk dengan sandi.",
        )


@pytest.mark.parametrize(("role", "configured"), [("all", False), ("staff", False), ("public", True)])
def test_where_it_is_not_used_nothing_is_there(empty: Path, asked: Provider, role: str, configured: bool) -> None:
    if configured:
        asked.write_secrets(empty, "http://127.0.0.1:1")
    with serve(empty / "serapan.sqlite", HOME=str(empty), SERAPAN_ROLE=role) as url:
        for path in (START, BACK, f"{BACK}/", "/auth/login", "/auth/logout"):
            assert requests.get(url + path, allow_redirects=False).status_code == 404
        page = requests.get(f"{url}/masuk")
        assert page.status_code == (404 if role == "public" else 200)
        assert "organisasi" not in page.text


UVICORN, SERVE = ["-m", "uvicorn", "app:app"], ["manage.py", "serve"]
WHAT_TO_DO = "Perbaiki .streamlit/secrets.toml, atau hapus bagian [auth] bila akun organisasi tidak dipakai."


@pytest.mark.parametrize(
    ("command", "changes", "fault"),
    [
        (SERVE, {"client_secret": None}, "Bagian [auth] belum lengkap: client_secret."),
        (UVICORN, {"client_secret": None}, "Bagian [auth] belum lengkap: client_secret."),
        (UVICORN, {"cookie_secret": "", "client_id": None}, "Bagian [auth] belum lengkap: cookie_secret, client_id."),
        (UVICORN, {"cookie_secret": "c" * 31}, "cookie_secret terlalu pendek: paling sedikit 32 karakter acak."),
        (
            UVICORN,
            {"redirect_uri": "https://serapan.example/masuk"},
            "redirect_uri harus alamat situs ini dengan /oauth2callback di akhirnya.",
        ),
        (UVICORN, {"redirect_uri": "http://serapan.example/oauth2callback"}, "redirect_uri harus diawali https://."),
        (UVICORN, {"server_metadata_url": "http://akun.example/x"}, "server_metadata_url harus diawali https://."),
    ],
)
def test_what_is_configured_by_half_is_told_at_the_start(
    empty: Path, asked: Provider, command: list[str], changes: dict[str, str | None], fault: str
) -> None:
    asked.write_secrets(empty, "http://127.0.0.1:1", **changes)
    if command == SERVE:
        # Else it would fill an empty database first.
        database = Database(f"sqlite:///{empty}/serapan.sqlite")
        release(database, *keep(database, sample_draft(SURABAYA, 2026, 9)))
        database.close()
    assert start(empty, command) == (1, f"{fault} {WHAT_TO_DO}\n")


def test_secrets_that_cannot_be_read(empty: Path) -> None:
    (empty / ".streamlit").mkdir()
    (empty / ".streamlit" / "secrets.toml").write_text("[auth\n")
    status, said = start(empty, UVICORN)
    assert status == 1
    assert said.startswith(f"secrets.toml tidak dapat dibaca: Error parsing secrets file at {empty}/.streamlit/")


def start(home: Path, command: list[str]) -> tuple[int, str]:
    """Starts a server that should end at once; its status and what it said of errors."""
    port = str(free_port())
    environment = {
        **os.environ,
        "HOME": str(home),
        "SERAPAN_PORT": port,
        "UVICORN_PORT": port,
        "SERAPAN_DATABASE_URL": f"sqlite:///{home}/serapan.sqlite",
    }
    ended = subprocess.run(
        [sys.executable, *command], check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    return ended.returncode, ended.stderr
