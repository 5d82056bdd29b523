"""What a server for readers, for staff, or for both has, against running servers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from budget.server_role import ServerRole
from tests.serving import free_port, serve
from tests.staff_accounts import signed_in_operator

ROOT = Path(__file__).parents[1]
STAFF_ADDRESSES = ["/masuk", "/keluar", "/sandi", "/kode", "/unggah", "/tinjau"]
READERS_ADDRESSES = ["/", "/wilayah", "/data", "/koreksi", "/sehat", "/_stcore/health", "/sematan", "/data/dcat.json"]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]


class Server:
    """A running server, and the token of an operator who is signed in to its database."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token

    def texts_of(self, page: str) -> str:
        """All that Streamlit's websocket sends when an operator's browser asks for a page."""
        stream = self.url.replace("http", "ws") + "/_stcore/stream"
        headers = {"Cookie": f"serapan_sesi={self.token}"}
        with connect(stream, subprotocols=["streamlit"], additional_headers=headers, proxy=None) as viewer:  # type: ignore[list-item]
            ask = BackMsg()
            ask.rerun_script.query_string = ""
            ask.rerun_script.page_name = page
            viewer.send(ask.SerializeToString())
            texts: list[str] = []
            while True:
                message = ForwardMsg.FromString(viewer.recv(timeout=20))  # type: ignore[arg-type]
                texts.append(str(message.delta))
                if message.WhichOneof("type") == "script_finished":
                    return "".join(texts)


@pytest.fixture(scope="module", params=[*ServerRole])
def role(request: pytest.FixtureRequest) -> ServerRole:
    return ServerRole(request.param)


@pytest.fixture(scope="module")
def server(role: ServerRole, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path, token = signed_in_operator(tmp_path_factory.mktemp(role))
    with serve(path, SERAPAN_ROLE=role) as url:
        yield Server(url, token)


def _ask(server: Server, method: str, path: str) -> requests.Response:
    return requests.request(method, server.url + path, cookies={"serapan_sesi": server.token}, allow_redirects=False)


@pytest.mark.parametrize("path", READERS_ADDRESSES)
def test_readers_addresses_are_there_in_each_role(server: Server, role: ServerRole, path: str) -> None:
    answer = _ask(server, "GET", path)
    assert answer.status_code == (404 if path == "/data/dcat.json" else 200)
    # No release yet.
    assert (answer.text == "Belum ada rilis.\n") == (path == "/data/dcat.json")
    # A staff server's copy of the public pages is not to be found in place of them.
    assert answer.headers.get("x-robots-tag") == ("noindex" if role == ServerRole.STAFF else None)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", [*STAFF_ADDRESSES, "/masuk/", "/sandi/lupa", "/_stcore/upload_file/a/b"])
def test_addresses_of_staff(server: Server, role: ServerRole, path: str, method: str) -> None:
    answer = _ask(server, method, path)
    if role == ServerRole.PUBLIC:
        assert (answer.status_code, answer.text) == (404, "" if method == "HEAD" else "Not Found")
    elif path in STAFF_ADDRESSES and method == "GET":
        assert answer.status_code in {200, 303}
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/wilayah", "/apa-saja", "/sehat"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent_to_a_server_for_readers(server: Server, role: ServerRole, path: str, method: str) -> None:
    assert _ask(server, method, path).status_code == (404 if role == ServerRole.PUBLIC else 405)


@pytest.mark.parametrize("path", ["/auth/login", "/auth/logout", "/oauth2callback"])
def test_streamlits_own_sign_in_is_closed_in_each_role(server: Server, path: str) -> None:
    assert _ask(server, "GET", path).status_code == 404


@pytest.mark.parametrize(("page", "words"), [("unggah", "Unggah laporan"), ("tinjau", "bukan untuk peran akun Anda")])
def test_pages_of_staff_over_the_websocket(server: Server, role: ServerRole, page: str, words: str) -> None:
    texts = server.texts_of(page)
    # Whoever is signed in elsewhere gets the first page here, as for any name that no page has.
    assert (words in texts) == role.serves_staff
    assert ("Belum ada rilis." in texts) == (role == ServerRole.PUBLIC)


def test_the_way_to_staff_is_shown_where_there_is_one(server: Server, role: ServerRole) -> None:
    assert ('href="/unggah"' in _ask(server, "GET", "/").text) == role.serves_staff
    assert ('href=\\"/unggah\\"' in server.texts_of("")) == role.serves_staff


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-m", "uvicorn", "app:app", "--host", "127.0.0.1"],
        [sys.executable, "manage.py", "serve"],
    ],
    ids=["uvicorn", "serve"],
)
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SERAPAN_ROLE", "publik", "SERAPAN_ROLE harus public, staff, atau all, bukan 'publik'.\n"),
        (
            "SERAPAN_DATABASE_URL",
            "mysql://serapan@basis/serapan",
            "SERAPAN_DATABASE_URL tidak menyebut basis data yang dikenal. Tulis sqlite:////folder/serapan.sqlite atau "
            "postgresql://pengguna:sandi@host/basis.\n",
        ),
    ],
)
def test_what_is_configured_wrongly_is_told_at_the_start(
    command: list[str], tmp_path: Path, name: str, value: str, told: str
) -> None:
    port = str(free_port())
    environment = {
        **os.environ,
        "SERAPAN_PORT": port,
        "UVICORN_PORT": port,
        "SERAPAN_DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite",
        name: value,
    }
    ended = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", told)
    assert not (tmp_path / "a.sqlite").exists()


@pytest.mark.parametrize(
    ("value", "role"), [(None, "all"), ("", "all"), ("all", "all"), ("public", "public"), ("staff", "staff")]
)
def test_the_role_is_configured(monkeypatch: pytest.MonkeyPatch, value: str | None, role: str) -> None:
    ServerRole.current.cache_clear()
    monkeypatch.delenv("SERAPAN_ROLE", raising=False)
    if value is not None:
        monkeypatch.setenv("SERAPAN_ROLE", value)
    assert ServerRole.current() == role
    ServerRole.current.cache_clear()
