"""What the server lets through and what it sends along, against a running server."""

import base64
import gzip
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from routes.streamlit_static import streamlit_static
from tests.serving import serve
from tests.staff_accounts import signed_in_operator

POLICY = (
    r"default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'( 'sha256-[A-Za-z0-9+/]{43}='){3}; "
    r"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    r"worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@dataclass(frozen=True)
class Running:
    url: str
    staff: str


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    path, token = signed_in_operator(tmp_path_factory.mktemp("server"))
    with serve(path) as url:
        yield Running(url, token)


def test_healthy(running: Running) -> None:
    answer = requests.get(f"{running.url}/sehat")
    assert (answer.status_code, answer.text) == (200, "ok 0\n")
    assert answer.headers["cache-control"] == "no-store"


def test_not_healthy_without_tables(tmp_path: Path) -> None:
    with serve(tmp_path / "leer.sqlite") as url:
        answer = requests.get(f"{url}/sehat")
    assert (answer.status_code, answer.text) == (503, "Basis data tidak dapat dibaca.\n")


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/unggah", "/kelola", "/jejak", "/kalender.ics"),
        *("/_stcore/health", "/sehat", "/_stcore/metrics", "/favicon.png"),
    ],
)
def test_headers(running: Running, path: str) -> None:
    answer = requests.get(running.url + path)
    assert re.fullmatch(POLICY, answer.headers["content-security-policy"])
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["/", "/wilayah", "/data?tahun=2026", "/unggah", "/kelola", "/jejak"])
def test_the_shell_of_a_page(running: Running, path: str) -> None:
    answer = requests.get(running.url + path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == ("no-store" if path in {"/unggah", "/kelola", "/jejak"} else "no-cache")
    assert '<html lang="id">' in answer.text
    assert re.search("<title>[^<]+</title>", answer.text)
    assert "[[" not in answer.text
    assert "You need to enable JavaScript" not in answer.text
    for script in re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL):
        digest = base64.b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_a_page_brings_the_answers_along_that_streamlit_would_give(running: Running) -> None:
    page = requests.get(running.url)
    found = re.search('data-answers="([^"]*)"', page.text)
    assert found is not None
    answers = json.loads(html.unescape(found[1]))
    assert answers == {path: requests.get(running.url + path).text for path in answers}
    assert list(answers) == ["/_stcore/health", "/_stcore/host-config"]
    assert "set-cookie" not in page.headers


@pytest.mark.parametrize("path", ["/", "/unggah", "/masuk", "/sehat", "/_stcore/health", "/_stcore/host-config"])
def test_only_public_downloads_may_be_read_by_other_sites(running: Running, path: str) -> None:
    answer = requests.get(running.url + path, headers={"Origin": "https://lain.example"})
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/unggah", "text/html; charset=utf-8"),
        ("/masuk", "text/html; charset=utf-8"),
        ("/sehat", "text/plain; charset=utf-8"),
        ("/_stcore/metrics", "text/plain; charset=utf-8"),
    ],
)
def test_the_type_of_an_answer(running: Running, path: str, kind: str) -> None:
    assert requests.get(running.url + path).headers["content-type"] == kind


def test_headers_of_a_form(running: Running) -> None:
    answer = requests.get(f"{running.url}/masuk")
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; font-src 'self'; img-src 'self'; "
        r"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        answer.headers["content-security-policy"],
    )
    assert answer.headers["cache-control"] == "no-store"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/script-health-check",
    ],
)
def test_closed_for_everyone(running: Running, path: str, method: str) -> None:
    answer = requests.request(method, running.url + path, cookies={"serapan_sesi": running.staff})
    assert (answer.status_code, answer.text) == (404, "Not Found")


def test_pages_come_over_the_websocket(running: Running) -> None:
    socket = running.url.replace("http", "ws") + "/_stcore/stream"
    with connect(socket, subprotocols=["streamlit"], proxy=None) as viewer:  # type: ignore[list-item]
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        viewer.send(ask.SerializeToString())
        kinds: list[str | None] = []
        while not kinds or kinds[-1] != "script_finished":
            answer = ForwardMsg.FromString(viewer.recv(timeout=10))
            kinds.append(answer.WhichOneof("type"))
            if kinds[-1] == "new_session":
                theme = answer.new_session.custom_theme
                assert (theme.light.primary_color, theme.dark.primary_color) == ("#7A1F2B", "#F0A3AC")
                assert theme.base_font_size == 16
            assert answer.delta.new_element.WhichOneof("type") != "exception"
            assert "tidak dapat ditampilkan" not in answer.delta.new_element.alert.body
    assert answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    assert viewer.subprotocol == "streamlit"


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip", "br"),
        ("br", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;Q=1, br;q=0", "gzip"),
    ],
)
def test_assets_are_compressed(running: Running, asked: str, sent: str) -> None:
    script = next((streamlit_static() / "static" / "js").glob("index.*.js"))
    address = f"{running.url}/static/js/{script.name}"
    with requests.get(address, headers={"Accept-Encoding": asked}, stream=True) as answer:
        body = answer.raw.read(decode_content=False)
        assert answer.headers["content-encoding"] == sent
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert len(body) < script.stat().st_size / 2
        assert {"br": brotli, "gzip": gzip}[sent].decompress(body) == script.read_bytes()
    head = requests.head(address, headers={"Accept-Encoding": asked})
    assert (int(head.headers["content-length"]), head.content) == (len(body), b"")


@pytest.mark.parametrize("coding", ["identity", "gzip;q=0", "br;q=0", "zstd"])
def test_assets_as_they_are_for_those_who_ask(running: Running, coding: str) -> None:
    script = next((streamlit_static() / "static" / "js").glob("index.*.js"))
    answer = requests.get(f"{running.url}/static/js/{script.name}", headers={"Accept-Encoding": coding})
    assert "content-encoding" not in answer.headers
    assert answer.content == script.read_bytes()


@pytest.mark.parametrize("path", ["/static/../../pyproject.toml", "/static/%2e%2e/index.html", "/static/js/none.js"])
def test_no_other_files(running: Running, path: str) -> None:
    answer = requests.get(running.url + path)
    assert "[project]" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/.git/config", "/var/", "/pages/", "/app.py", "/static/", "/static/js/"])
def test_no_folder_is_listed_and_no_source_is_served(running: Running, path: str) -> None:
    # Streamlit answers what it does not know with its own page, which says that there is none.
    assert requests.get(running.url + path).content == requests.get(f"{running.url}/tidak-ada").content


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize(
    "path", ["/", "/wilayah", "/masuk", "/unggah", "/sehat", "/data/rilis/1/satker.csv", "/static/"]
)
def test_methods_that_nobody_needs(running: Running, path: str, method: str) -> None:
    answer = requests.request(method, running.url + path)
    assert (answer.status_code, answer.text) == (405, "Method Not Allowed")
    assert answer.headers["x-content-type-options"] == "nosniff"
