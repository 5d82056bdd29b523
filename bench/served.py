"""A server under measurement."""

import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.running import Running
from bench.server import Server

_ROOT = Path(__file__).parents[1]
_STARTS_WITHIN: Final = 120
_IDLE: Final = 0.05
"""CPU seconds in a second that count as none."""


@contextmanager
def served(server: Server, cpu: int) -> Iterator[Running]:
    """Runs a server until the block ends.

    Args:
        server: Which one.
        cpu: The one core that it may use.

    Raises:
        RuntimeError: It ended or did not answer within two minutes; the message holds the end of its log.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [word.replace("{port}", str(port)) for word in server.command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "SERAPAN_"))}
    environment |= server.environment
    with tempfile.TemporaryDirectory() as folder:
        if server.apart:
            environment["HOME"] = folder
        log_path = Path(folder) / "log"
        with log_path.open("wb") as log:
            process = subprocess.Popen(
                ["taskset", "-c", str(cpu), *command],
                cwd=folder if server.apart else _ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
            try:
                _wait(process, f"http://127.0.0.1:{port}{server.ready}", log_path)
                running = Running(port, process.pid)
                _settle(running)
                yield running
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _settle(running: Running) -> None:
    """Waits until the server is done with what it does after its start, so that it is not measured with the viewers."""
    end = time.monotonic() + _STARTS_WITHIN
    used = -1.0
    while time.monotonic() < end and (now := running.cpu_seconds()) > used + _IDLE:
        used = now
        time.sleep(1)


def _wait(process: "subprocess.Popen[bytes]", url: str, log_path: Path) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not start:\n{log_path.read_text(errors='replace')[-3000:]}")
