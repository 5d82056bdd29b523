"""A really running PostgreSQL for tests."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import sqlalchemy as sa

from store.database import Database

_STARTS_WITHIN = 20
_DEBIAN = Path("/usr/lib/postgresql")


def postgresql_programs() -> Path | None:
    """The folder of `initdb`, `postgres` and `pg_dump`; None where PostgreSQL is not installed."""
    newest = max(_DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name), default=None)
    found = shutil.which("initdb")
    return newest or (Path(found).parent if found else None)


class PostgreSQL:
    """A server of its own, for Indonesian text, that only listens to a socket in its folder.

    Args:
        programs: As `postgresql_programs` gives it.
        folder: Empty, and its owner's only.
    """

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._numbers = count(1)
        # It does not run as root.
        self._owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        if self._owner:
            shutil.chown(folder, "postgres", "postgres")
        options = ["--auth=trust", "--username=serapan", "--encoding=UTF8", "--no-sync"]
        # Sorts otherwise than SQLite and Python do.
        options += ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id"]
        self._run("initdb", f"--pgdata={folder}/data", *options, **self._owner)
        self.start()

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        options = ["-k", str(self._folder), "-c", "listen_addresses=", "-c", "fsync=off"]
        command = [self._programs / "postgres", "-D", self._folder / "data", *options]
        with (self._folder / "log").open("w") as log:
            self._process = subprocess.Popen(command, cwd=self._folder, stdout=log, stderr=log, **self._owner)
        end = time.monotonic() + _STARTS_WITHIN
        while time.monotonic() < end and self._process.poll() is None:
            try:
                self.execute(self.url("postgres"), "SELECT 1")
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        raise RuntimeError(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")

    def stop(self) -> None:
        """Stops it at once, as a crash would."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(_STARTS_WITHIN)

    def url(self, name: str) -> str:
        """Where a database is."""
        return f"postgresql://serapan@/{name}?host={self._folder}"

    def create(self, template: str = "template1") -> str:
        """Makes a database, as a copy of another one that nobody uses: its URL."""
        name = f"d{next(self._numbers)}"
        self.execute(self.url("postgres"), f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def copy(self, url: str) -> str:
        """Makes a copy of a database that nobody uses: its URL."""
        return self.create(str(sa.make_url(url).database))

    def drop(self, url: str) -> None:
        """Removes a database that nobody uses."""
        self.execute(self.url("postgres"), f"DROP DATABASE {sa.make_url(url).database}")

    def fresh(self) -> str:
        """Makes an empty, migrated database: its URL."""
        return self.copy(self._empty)

    @cached_property
    def _empty(self) -> str:
        url = self.create()
        with closing(Database(url)) as database:
            database.migrate()
        return url

    def execute(self, url: str, statement: str) -> int:
        """Executes a statement past our own code: how many rows it touched."""
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            return connection.execute(statement).rowcount

    def dump(self, url: str, path: Path) -> None:
        """Copies a database to a file."""
        self._run("pg_dump", "--format=custom", f"--file={path}", url)

    def restore(self, path: Path, url: str) -> None:
        """Copies what was dumped to an empty database."""
        self._run("pg_restore", "--exit-on-error", f"--dbname={url}", path)

    def _run(self, program: str, *arguments: str | Path, **how) -> None:
        command = [self._programs / program, *arguments]
        done = subprocess.run(command, cwd=self._folder, capture_output=True, text=True, check=False, **how)
        if done.returncode:
            raise RuntimeError(done.stderr)


@contextmanager
def postgresql(programs: Path) -> Iterator[PostgreSQL]:
    """Runs a server until the block ends.

    Args:
        programs: As `postgresql_programs` gives it.

    Raises:
        OSError: It may not be run here, e.g. by root as another user.
        LookupError: There is no user `postgres` to run it.
        RuntimeError: It did not start; the message is its own.
    """
    # Not in pytest's folder, which only root enters where root runs the tests.
    with TemporaryDirectory(prefix="serapan-") as folder:
        server = PostgreSQL(programs, Path(folder))
        try:
            yield server
        finally:
            server.stop()
