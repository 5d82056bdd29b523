"""A really running server for tests."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

_ROOT = Path(__file__).parents[1]
_STARTS_WITHIN = 20


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def serve(database_path: Path, *, port: int | None = None, **environment: str) -> Iterator[str]:
    """Runs the application on 127.0.0.1 until the block ends.

    The database must be migrated. The log is `<database_path>.log`.

    Args:
        database_path: SQLite file.
        port: Where to listen, on a free port if None.
        **environment: Further environment variables.

    Yields:
        The base URL, without a slash at its end.

    Raises:
        RuntimeError: The server ended or did not answer within 20 s; the message holds its log.
    """
    port = port or free_port()
    log_path = database_path.with_name(database_path.name + ".log")
    command = [sys.executable, "-m", "uvicorn", "app:app", "--loop", "uvloop", "--port", str(port)]
    command += ["--host", "127.0.0.1", "--log-level", "warning", "--no-proxy-headers"]
    url = f"http://127.0.0.1:{port}"
    with log_path.open("w") as log:
        server = subprocess.Popen(
            command,
            cwd=_ROOT,
            env={**os.environ, "SERAPAN_DATABASE_URL": f"sqlite:///{database_path}", **environment},
            stdout=log,
            stderr=log,
        )
        try:
            _wait(server, url, log_path)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(server: "subprocess.Popen[bytes]", url: str, log_path: Path) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end and server.poll() is None:
        try:
            requests.get(f"{url}/sehat", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"The server did not start:\n{log_path.read_text()}")
