"""Servers under measurement."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
_STARTS_WITHIN: Final = 60


@dataclass(frozen=True)
class Served:
    """A running server.

    Attributes:
        port: On 127.0.0.1.
        pid: Of its process.
    """

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """CPU seconds that the process has used so far (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Memory of the process now (RSS)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def served(kind: str, database: str, cpu: int) -> Iterator[Served]:
    """Runs a server until the block ends.

    Args:
        kind: `naive` (Streamlit's defaults: its own folder and home, so that our settings are not found) or `ours`
            (`manage.py serve`'s way).
        database: URL.
        cpu: The one core that it may use.

    Raises:
        RuntimeError: It ended or did not answer within a minute; the message holds the end of its log.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    environment["SERAPAN_DATABASE_URL"] = database
    with tempfile.TemporaryDirectory() as folder:
        if kind == "naive":
            environment["HOME"] = folder
            command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "bench" / "naive.py")]
            # Headless only keeps it from opening a browser and asking for an address.
            command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.headless", "true"]
        else:
            start = (
                f"import sys; sys.path.insert(0, {str(ROOT)!r}); from commands.serve import serve; serve(port={port})"
            )
            command = [sys.executable, "-c", start]
        log_path = Path(folder) / "log"
        with log_path.open("wb") as log:
            server = subprocess.Popen(
                ["taskset", "-c", str(cpu), *command],
                cwd=folder if kind == "naive" else ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
            try:
                _wait(server, f"http://127.0.0.1:{port}/_stcore/health", log_path)
                yield Served(port, server.pid)
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
            urllib.request.urlopen(url, timeout=5).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not start:\n{log_path.read_text(errors='replace')[-3000:]}")
