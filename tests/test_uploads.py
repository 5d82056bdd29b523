"""Who may leave files in the server's memory, and how many, against a running server."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from pages.upload_allowance import UploadAllowance
from pages.upload_refused import UploadRefused
from store.accounts import add_account, disable_account
from store.database import Database
from store.role import Role
from store.sessions import start_session
from tests.serving import serve

MB = 2**20
NOT_HERE = (404, "Not Found")
TAKEN = (204, "")
TOO_MANY = (
    429,
    "Sudah ada 100 berkas Anda di sini, dan lebih tidak dapat. "
    "Ajukan dahulu yang sudah terbaca, lalu muat ulang halaman.",
)
TOO_LARGE = (
    413,
    "Berkas Anda di sini bersama-sama melebihi 800 MB. Ajukan dahulu yang sudah terbaca, lalu muat ulang halaman.",
)


class Tab:
    """A browser's page: what Streamlit needs to know of it to take a file."""

    def __init__(self, url: str, page: str, xsrf: str, token: str) -> None:
        self._url = url
        self._page = page
        self.cookies = {"_streamlit_xsrf": xsrf, "serapan_sesi": token}
        self._headers = {"X-Xsrftoken": xsrf}

    def address(self, file: str) -> str:
        return f"{self._url}/_stcore/upload_file/{self._page}/{file}"

    def ask(self, method: str, file: str, token: str | None = None, **more: object) -> tuple[int, str]:
        """One request of this page, or the same under another sign-in."""
        cookies = self.cookies if token is None else {**self.cookies, "serapan_sesi": token}
        answer = requests.request(method, self.address(file), cookies=cookies, headers=self._headers, **more)  # type: ignore[arg-type]
        return answer.status_code, answer.text

    def put(self, file: str, content: bytes = b"a,b", token: str | None = None) -> tuple[int, str]:
        return self.ask("PUT", file, token, files={"file": ("x.csv", content)})

    @contextmanager
    def begin(self, *headers: str) -> Iterator[socket.socket]:
        """A PUT of which only the head has been sent."""
        parts = urlsplit(self.address("mulai"))
        head = [
            f"PUT {parts.path} HTTP/1.1",
            f"Host: {parts.netloc}",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            f"X-Xsrftoken: {self.cookies['_streamlit_xsrf']}",
            "Content-Type: multipart/form-data; boundary=x",
            *headers,
            "",
            "",
        ]
        with socket.create_connection((parts.hostname, parts.port), timeout=20) as line:
            line.sendall("\r\n".join(head).encode())
            yield line


def _answer(line: socket.socket) -> tuple[int, str]:
    answer = b""
    while part := line.recv(65_536):
        answer += part
        head, end, body = answer.partition(b"\r\n\r\n")
        length = [int(one.split(b":")[1]) for one in head.lower().split(b"\r\n") if one.startswith(b"content-length")]
        if end and length and len(body) >= length[0]:
            break
    return int(head.split(b" ")[1]), body.decode()


class Server:
    """A running server and its accounts' tokens."""

    def __init__(self, url: str, database: Database, tokens: dict[str, str]) -> None:
        self.url = url
        self.database = database
        self.tokens = tokens

    @contextmanager
    def tab(self, token: str = "") -> Iterator[Tab]:
        stream = self.url.replace("http", "ws") + "/_stcore/stream"
        xsrf = requests.get(f"{self.url}/_stcore/health").cookies["_streamlit_xsrf"]
        headers = {"Cookie": f"serapan_sesi={token}"} if token else {}
        with connect(stream, subprotocols=["streamlit"], additional_headers=headers, proxy=None) as viewer:  # type: ignore[list-item]
            ask = BackMsg()
            ask.rerun_script.query_string = ""
            viewer.send(ask.SerializeToString())
            page = ForwardMsg.FromString(viewer.recv()).new_session.initialize.session_id  # type: ignore[arg-type]
            yield Tab(self.url, page, xsrf, token)

    def resident(self) -> int:
        """Bytes of memory that the server's process has."""
        port = self.url.rpartition(":")[2]
        children = Path("/proc/self/task").glob("*/children")
        pids = [pid for children_of in children for pid in children_of.read_text().split()]
        (pid,) = [one for one in pids if port in Path(f"/proc/{one}/cmdline").read_text().split("\0")]
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path: Path = tmp_path_factory.mktemp("uploads") / "serapan.sqlite"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    now = datetime.now(UTC)
    tokens = {}
    for name, role, lingkup, must_change in (
        ("siti", Role.OPERATOR, "657942", False),
        ("budi", Role.OPERATOR, "657942", False),
        ("dewi", Role.OPERATOR, "657942", False),
        ("rudi", Role.OPERATOR, "657942", False),
        ("sandi-baru", Role.OPERATOR, "657942", True),
        ("tanpa-kode", Role.PENINJAU, "35", False),
    ):
        key = add_account(database, name, "kata", must_change=must_change, now=now, role=role, lingkup=lingkup)
        tokens[name] = start_session(database, key, now)
        tokens[f"{name}, lagi"] = start_session(database, key, now)
    tokens |= {"tamu": "", "tebakan": "tebakan"}
    with serve(path) as url:
        yield Server(url, database, tokens)
    database.close()


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("tamu", NOT_HERE),
        ("tebakan", NOT_HERE),
        ("sandi-baru", NOT_HERE),
        ("tanpa-kode", NOT_HERE),
        ("siti", TAKEN),
    ],
)
def test_who_may_upload(server: Server, who: str, answer: tuple[int, str]) -> None:
    # The same requests, true to the last byte of Streamlit's protocol: only the sign-in makes the difference.
    with server.tab(server.tokens[who]) as tab:
        assert [tab.put("a"), tab.ask("OPTIONS", "a"), tab.ask("DELETE", "a")] == [answer] * 3


@pytest.mark.parametrize("who", ["tamu", "budi", "siti, lagi"])
def test_nobody_reaches_into_the_page_of_another_sign_in(server: Server, who: str) -> None:
    with server.tab(server.tokens["siti"]) as tab:
        assert tab.put("a") == TAKEN
        assert tab.put("a", token=server.tokens[who]) == NOT_HERE
        assert tab.ask("DELETE", "a", server.tokens[who]) == NOT_HERE
    # Nor may one's own sign-in be used for a page that was opened without it.
    with server.tab(server.tokens[who]) as tab:
        assert tab.put("a", token=server.tokens["siti"]) == NOT_HERE


def test_a_page_of_another_site_cannot_upload_with_the_cookies_of_a_reader(server: Server) -> None:
    with server.tab(server.tokens["siti"]) as tab:
        for header in ({}, {"X-Xsrftoken": "tebakan"}):
            answer = requests.put(
                tab.address("a"), cookies=tab.cookies, headers=header, files={"file": ("x.csv", b"a,b")}
            )
            assert (answer.status_code, answer.text) == (403, "XSRF token missing or invalid")


def test_a_closed_account_is_refused_at_once(server: Server) -> None:
    with server.tab(server.tokens["rudi"]) as tab:
        assert tab.put("a") == TAKEN
        disable_account(server.database, "rudi", "admin", datetime.now(UTC))
        assert tab.put("b") == NOT_HERE


@pytest.mark.parametrize("path", ["/_stcore/upload_file", "/_stcore/upload_file/a", "/_stcore/upload_file/a/b/c"])
def test_other_addresses_below_it_are_not_there(server: Server, path: str) -> None:
    answer = requests.put(server.url + path, cookies={"serapan_sesi": server.tokens["siti"]})
    assert (answer.status_code, answer.text) == NOT_HERE


def test_so_many_files_and_no_more_until_some_are_given_back(server: Server) -> None:
    with server.tab(server.tokens["budi"]) as tab, server.tab(server.tokens["budi, lagi"]) as other:
        assert [tab.put(f"berkas-{number}") for number in range(61)] == [TAKEN] * 61
        # A second sign-in of the same account has no allowance of its own.
        assert [other.put(f"berkas-{number}") for number in range(39)] == [TAKEN] * 39
        assert other.put("lagi") == TOO_MANY
        assert tab.put("lagi") == TOO_MANY
        assert tab.ask("DELETE", "berkas-0") == TAKEN
        assert tab.put("lagi") == TAKEN
        assert tab.put("satu lagi") == TOO_MANY
        with server.tab(server.tokens["siti"]) as another:
            assert another.put("a") == TAKEN


def test_what_is_said_to_be_too_much_is_not_awaited(server: Server) -> None:
    with server.tab(server.tokens["dewi"]) as tab:
        with tab.begin(f"Content-Length: {801 * MB}") as line:
            assert _answer(line) == TOO_LARGE
        with tab.begin(f"Content-Length: {21 * MB}") as line:
            assert _answer(line) == (413, "File too large")
        assert tab.put("a", bytes(20 * MB - 200)) == TAKEN


def test_what_does_not_say_its_length_is_cut_off(server: Server) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
    chunk = b"%x\r\n%s\r\n" % (MB, bytes(MB))
    with server.tab(server.tokens["dewi"]) as tab, tab.begin("Transfer-Encoding: chunked") as line:
        line.sendall(b"%x\r\n%s\r\n" % (len(part), part))
        for _ in range(21):
            line.sendall(chunk)
        # The file has no end yet.
        assert _answer(line) == (413, "File too large")


def test_a_stranger_is_answered_before_the_file_is_sent(server: Server) -> None:
    with server.tab() as tab, tab.begin(f"Content-Length: {20 * MB}") as line:
        assert _answer(line) == NOT_HERE


def test_what_strangers_send_does_not_stay_in_memory(server: Server) -> None:
    content = bytes(range(256)) * (MB // 256)
    with server.tab() as tab:
        for number in range(20):
            assert tab.put(f"awal-{number}", content) == NOT_HERE
        before = server.resident()
        for number in range(200):
            assert tab.put(f"berkas-{number}", content) == NOT_HERE
        assert server.resident() - before < 20 * MB


class Held(dict[tuple[str, str], int]):
    """What a server holds, for an allowance of three files and 100 bytes."""

    def allowance(self) -> UploadAllowance:
        return UploadAllowance(self.get, most_files=3, most_bytes=100)

    def upload(self, allowance: UploadAllowance, account: int, name: str, declared: int, *parts: int) -> int:
        """Uploads one file, and holds it; 204, or the status of the refusal."""
        try:
            with allowance.upload(account, ("halaman", name), declared) as come:
                for part in parts:
                    come(part)
        except UploadRefused as refused:
            return refused.status
        self["halaman", name] = sum(parts)
        return 204


@pytest.mark.parametrize(
    ("uploads", "statuses"),
    [
        ([("a", 0, 40, 60)], [204]),
        ([("a", 0, 40, 61)], [413]),
        ([("a", 100, 100)], [204]),
        ([("a", 101)], [413]),
        # Each says nothing of its length; together they are too much, and what was refused does not count.
        ([("a", 0, 60), ("b", 0, 60), ("c", 0, 40)], [204, 413, 204]),
        ([("a", 60, 60), ("b", 41), ("c", 40, 40)], [204, 413, 204]),
        # What came is less than was said.
        ([("a", 90, 10), ("b", 90, 10), ("c", 80, 10), ("d", 1, 1)], [204, 204, 204, 429]),
        ([("a", 0, 0)] * 4, [204] * 4),
    ],
)
def test_allowance(uploads: list[tuple[str, int]], statuses: list[int]) -> None:
    held = Held()
    allowance = held.allowance()
    assert [held.upload(allowance, 1, *upload) for upload in uploads] == statuses


def test_uploads_that_are_under_way_count() -> None:
    held = Held()
    allowance = held.allowance()
    with allowance.upload(1, ("halaman", "a"), 70) as first, allowance.upload(1, ("halaman", "a"), 0) as second:
        second(30)
        with pytest.raises(UploadRefused, match="melebihi 0 MB"):
            second(1)
        with pytest.raises(UploadRefused, match="melebihi 0 MB"):
            first(71)
        assert held.upload(allowance, 1, "b", 0) == 413
        assert held.upload(allowance, 2, "b", 100, 100) == 204
    with allowance.upload(1, ("halaman", "a"), 0), allowance.upload(1, ("halaman", "a"), 0):
        # One file, twice under way beside the one that came before.
        assert held.upload(allowance, 1, "b", 0) == 204
        assert held.upload(allowance, 1, "c", 0) == 429


def test_what_was_given_back_counts_no_more() -> None:
    held = Held()
    allowance = held.allowance()
    assert [held.upload(allowance, 1, name, 30, 30) for name in "abcd"] == [204, 204, 204, 429]
    del held["halaman", "b"]
    assert [held.upload(allowance, 1, name, 30, 30) for name in "de"] == [204, 429]
    held.clear()
    assert held.upload(allowance, 1, "a", 100, 100) == 204


def test_a_batch_of_all_units_at_their_largest_fits() -> None:
    held = Held()
    allowance = UploadAllowance(held.get)
    framed = 20 * MB + 500
    assert [held.upload(allowance, 1, f"{number}", framed, framed) for number in range(39)] == [204] * 39
