"""What visitors see when the database breaks under a running server."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.serving import serve
from tests.staff_accounts import signed_in_operator
from tests.test_server import HEADERS, POLICY

INSIDE = re.compile(r'Traceback|File "|sqlite|sqlalchemy|\.py\b|SELECT ', re.IGNORECASE)
"""What only those who run the server should read."""


@dataclass(frozen=True)
class Broken:
    url: str
    cookie: dict[str, str]
    log: Path


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broken]:
    path, token = signed_in_operator(tmp_path_factory.mktemp("broken"))
    with serve(path) as url:
        assert requests.get(f"{url}/keluar", cookies={"serapan_sesi": token}).status_code == 200
        with closing(sqlite3.connect(path, isolation_level=None)) as by_hand:
            names = [name for (name,) in by_hand.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in names:
                if not name.startswith("sqlite_"):
                    by_hand.execute(f'DROP TABLE "{name}"')
        yield Broken(url, {"serapan_sesi": token}, path.with_name(path.name + ".log"))


@pytest.mark.parametrize("path", ["/masuk", "/keluar", "/sandi", "/kode"])
def test_a_route_that_fails_says_so_plainly(broken: Broken, path: str) -> None:
    answer = requests.get(broken.url + path, cookies=broken.cookie)
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert "<h1>Halaman ini tidak dapat ditampilkan</h1>" in answer.text
    assert "kesalahannya sudah dicatat. Muat ulang beberapa saat lagi." in answer.text
    assert "Something failed on our server; it has been logged." in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert re.fullmatch(POLICY, answer.headers["content-security-policy"])
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_log_says_what_happened(broken: Broken) -> None:
    requests.get(f"{broken.url}/keluar", cookies=broken.cookie)
    assert "Traceback (most recent call last)" in broken.log.read_text()
    assert "no such table: session" in broken.log.read_text()


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/wilayah?kode=35.78",
        "/data",
        "/sematan",
        "/masuk",
        "/keluar",
        "/unggah",
        "/sehat",
        "/data/rilis/1/satker.csv?tahun=2026&bulan=9&dana=apbn",
        "/data/rilis/1/paket.zip",
        "/data/rilis/terbaru/satker.csv",
        "/koreksi.atom",
        "/_stcore/upload_file/a/b",
    ],
)
def test_no_answer_shows_the_inside(broken: Broken, path: str, method: str) -> None:
    answer = requests.request(method, broken.url + path, cookies=broken.cookie)
    found = INSIDE.search(re.sub(r"<script.*?</script>|<style.*?</style>", "", answer.text, flags=re.DOTALL))
    assert found is None, found


@pytest.mark.parametrize("page", ["unggah", "tinjau"])
def test_a_page_that_fails_says_so_plainly(broken: Broken, page: str) -> None:
    stream = broken.url.replace("http", "ws") + "/_stcore/stream"
    headers = {"Cookie": f"serapan_sesi={broken.cookie['serapan_sesi']}"}
    with connect(stream, subprotocols=["streamlit"], additional_headers=headers, proxy=None) as viewer:  # type: ignore[list-item]
        ask = BackMsg()
        ask.rerun_script.page_name = page
        viewer.send(ask.SerializeToString())
        elements = []
        while True:
            message = ForwardMsg.FromString(viewer.recv(timeout=20))  # type: ignore[arg-type]
            if message.WhichOneof("type") == "script_finished":
                break
            elements.append(message.delta.new_element)
    assert [one.alert.body for one in elements if one.WhichOneof("type") == "alert"] == [
        "Halaman ini tidak dapat ditampilkan. Kesalahannya sudah dicatat; muat ulang halaman beberapa saat lagi."
    ]
    assert "exception" not in [one.WhichOneof("type") for one in elements]
    assert not any(INSIDE.search(str(one)) for one in elements)
