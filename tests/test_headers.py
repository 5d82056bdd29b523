"""What every answer carries, whatever was asked and however, against a running server."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from store.accounts import add_account
from store.database import Database
from store.role import Role
from tests.serving import serve
from tests.test_server import HEADERS, POLICY
from tests.test_sign_in import fill_in

PASSWORD = "kopi pahit tanpa gula"
FORM_POLICY = (
    r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; font-src 'self'; img-src 'self'; "
    r"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FORMS = {"/masuk", "/keluar", "/sandi", "/kode"}
PATHS = [
    "/",
    "/wilayah",
    "/tidak-ada",
    "/unggah",
    "/tinjau",
    *sorted(FORMS),
    "/sehat",
    "/favicon.png",
    "/static/tidak-ada.js",
    "/media/tidak-ada",
    "/component/tidak-ada",
    "/data/tidak-ada",
    "/data/rilis/terbaru/satker.csv",
    "/koreksi.atom",
    "/..%2f",
    "//tidak-ada",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/metrics",
    "/_stcore/upload_file/a/b",
    "/oauth2callback",
]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]
HSTS = "max-age=31536000; includeSubDomains"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("headers") / "serapan.sqlite"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    now = datetime.now(UTC)
    add_account(database, "siti", PASSWORD, must_change=False, now=now, role=Role.OPERATOR, lingkup="657942")
    database.close()
    return path


@pytest.fixture(scope="module")
def direct(stored: Path) -> Iterator[str]:
    with serve(stored) as url:
        yield url


@pytest.fixture(scope="module")
def behind_proxy(stored: Path) -> Iterator[str]:
    with serve(stored, SERAPAN_BEHIND_PROXY="1") as url:
        yield url


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", PATHS)
def test_every_answer(direct: str, path: str, method: str) -> None:
    answer = requests.request(method, direct + path, allow_redirects=False)
    assert answer.status_code < 500
    form = path in FORMS and answer.status_code in {200, 403}
    assert re.fullmatch(FORM_POLICY if form else POLICY, answer.headers["content-security-policy"])
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    # Asked over plain http, nobody must be bound to https.
    assert "strict-transport-security" not in answer.headers
    assert "cache-control" in answer.headers
    if path in FORMS or path in {"/unggah", "/tinjau"} or answer.status_code >= 400:
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/", "/unggah", "/masuk", "/sandi", "/tidak-ada", "/sehat", "/_stcore/metrics", "//x"]
)
@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"X-Forwarded-Proto": "https"}, HSTS),
        ({"X-Forwarded-Proto": "http"}, None),
        ({"X-Forwarded-Proto": "http, https"}, None),
        ({}, None),
    ],
)
def test_who_came_by_https_stays_there(behind_proxy: str, path: str, headers: dict[str, str], sent: str | None) -> None:
    answer = requests.get(behind_proxy + path, headers=headers, allow_redirects=False)
    assert answer.headers.get("strict-transport-security") == sent


def test_nobody_but_a_proxy_of_ours_says_so(direct: str) -> None:
    answer = requests.get(direct, headers={"X-Forwarded-Proto": "https"})
    assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize(
    ("path", "origin"), [("/_stcore/stream", "https://jahat.example"), ("/tidak-ada", None), ("/_stcore/agent/x", None)]
)
def test_a_websocket_that_is_refused(behind_proxy: str, path: str, origin: str | None) -> None:
    socket = behind_proxy.replace("http", "ws") + path
    by_https = {"X-Forwarded-Proto": "https"}
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(socket, origin=origin, additional_headers=by_https, proxy=None),  # type: ignore[arg-type]
    ):
        pass
    answer = refused.value.response
    assert answer.status_code == 403
    assert re.fullmatch(POLICY, answer.headers["content-security-policy"])
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["strict-transport-security"] == HSTS


def test_what_other_sites_may_frame_says_so_and_nothing_else_does(direct: str) -> None:
    answer = requests.get(f"{direct}/sematan")
    assert answer.headers["content-security-policy"].endswith("frame-ancestors *")
    assert not {"x-frame-options", "cross-origin-resource-policy"} & {*answer.headers}


class Https(requests.Session):
    """A browser that speaks https to a proxy before the server; it keeps cookies by hand, as the wire shows them."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.headers.update({"X-Forwarded-Proto": "https", "Origin": url})
        self.kept: dict[str, str] = {}

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> requests.Response:  # type: ignore[override]
        self.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.kept.items())
        answer = super().request(method, url, *args, **{**kwargs, "allow_redirects": False})  # type: ignore[arg-type]
        self.kept |= {name: value or "" for name, value in answer.cookies.items()}
        self.cookies.clear()
        return answer


def test_cookies_by_https_can_be_set_by_this_host_alone(behind_proxy: str) -> None:
    with Https(behind_proxy) as browser:
        answer = fill_in(browser, f"{behind_proxy}/masuk", nama="siti", sandi=PASSWORD)
        assert answer.headers["location"] == "/unggah"
        name, _, attributes = answer.headers["set-cookie"].partition("=")
        assert (name, attributes.split("; ")[1:]) == (
            "__Host-serapan_sesi",
            ["HttpOnly", "Path=/", "SameSite=strict", "Secure"],
        )
        assert [*browser.kept] == ["__Host-serapan_formulir", "__Host-serapan_sesi"]
        assert "Masuk sebagai siti." in browser.get(f"{behind_proxy}/keluar").text
        # The same token under the name that a neighbour could set opens nothing.
        browser.kept["serapan_sesi"] = browser.kept.pop("__Host-serapan_sesi")
        assert browser.get(f"{behind_proxy}/keluar").headers["location"] == "/"
        # And a form's token neither.
        token = browser.kept.pop("__Host-serapan_formulir")
        browser.kept = {"serapan_formulir": token}
        fields = {"formulir": token, "nama": "siti", "sandi": PASSWORD}
        assert browser.post(f"{behind_proxy}/masuk", fields).status_code == 403


def test_the_session_is_taken_away_under_its_name(behind_proxy: str) -> None:
    with Https(behind_proxy) as browser:
        fill_in(browser, f"{behind_proxy}/masuk", nama="siti", sandi=PASSWORD)
        answer = fill_in(browser, f"{behind_proxy}/keluar")
    assert answer.headers["set-cookie"].startswith('__Host-serapan_sesi=""; ')
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert answer.headers["set-cookie"].endswith("; Secure")


def test_streamlits_cookie_is_marked_too(behind_proxy: str) -> None:
    by_https = requests.get(f"{behind_proxy}/_stcore/health", headers={"X-Forwarded-Proto": "https"})
    assert by_https.headers["set-cookie"].startswith("_streamlit_xsrf=")
    assert by_https.headers["set-cookie"].endswith("; Secure")
    by_http = requests.get(f"{behind_proxy}/_stcore/health")
    assert "secure" not in by_http.headers["set-cookie"].lower()
