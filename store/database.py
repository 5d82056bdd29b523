"""The one database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

import pysqlite3.dbapi2
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.compiler import compiles

_MIGRATIONS = Path(__file__).parent / "migrations"
_POSTGRESQL: Final = ("postgresql", "postgresql+psycopg")


class Database:
    """The one database: SQLite in `var/` by default, PostgreSQL through `SERAPAN_DATABASE_URL`.

    Readers take `read()`, writers `write()`: one writer at a time, across processes, by a lock file
    beside the SQLite file (two SQLite writers starve each other) or an advisory lock in PostgreSQL.

    Args:
        url: SQLAlchemy URL, e.g. `sqlite:////srv/serapan/var/serapan.sqlite` or `postgresql://serapan@basis/serapan`.

    Attributes:
        writes: How many transactions this process has written: what was read before one may have changed.

    Raises:
        ValueError: The URL is of another kind of database, or names no file.
    """

    def __init__(self, url: str) -> None:
        self.url = _parsed(url)
        self.writes = 0
        self._lock_path: Path | None = None
        self._turn = Lock()
        if self.url.drivername == "sqlite":
            path = Path(str(self.url.database))
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock_path = path.with_name(path.name + ".lock")
            self.engine = sa.create_engine(self.url, module=pysqlite3.dbapi2)
            self._writer = self.engine.execution_options(serapan_write=True)
            sa.event.listen(self.engine, "connect", _configure_sqlite)
            sa.event.listen(self.engine, "begin", _begin)
        else:
            # Whoever reads sees one moment, however much is asked; whoever writes sees what the writer before left.
            self.engine = sa.create_engine(self.url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
            self._writer = self.engine.execution_options(isolation_level="READ COMMITTED")

    @classmethod
    def from_environment(cls) -> "Database":
        """The database of `SERAPAN_DATABASE_URL`, else `var/serapan.sqlite` in the working folder."""
        default = f"sqlite:///{Path('var/serapan.sqlite').resolve()}"
        return cls(os.environ.get("SERAPAN_DATABASE_URL", default))

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection with one consistent view; nothing that it does is kept."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction, kept when the block ends well and undone when it raises."""
        with self._writer_lock(), self._writer.begin() as connection:
            if self._lock_path is None:
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(7651)"))
            yield connection
        self.writes += 1

    @contextmanager
    def _writer_lock(self) -> Iterator[None]:
        if self._lock_path is None:
            # Writers of this process wait here, without a connection that readers could use.
            with self._turn:
                yield
            return
        with self._lock_path.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def migrate(self) -> None:
        """Brings the tables to the newest revision; does nothing when they are there.

        Raises:
            ConnectionError: The PostgreSQL server does not answer, or does not let us in.
        """
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS))
        if self._lock_path is not None:
            # It will hold the hashes of passwords; what SQLite puts beside it takes over who may read it.
            Path(str(self.url.database)).touch(mode=0o600)
        else:
            self._check_connection()
        with self.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def _check_connection(self) -> None:
        try:
            self.engine.connect().close()
        except sa.exc.OperationalError as error:
            raise ConnectionError(
                f"PostgreSQL tidak dapat dihubungi. Periksa SERAPAN_DATABASE_URL dan servernya: {error.orig}"
            ) from error

    def close(self) -> None:
        """Closes all connections."""
        self.engine.dispose()


def _parsed(url: str) -> sa.URL:
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        parsed = sa.URL.create("")
    if parsed.drivername not in _POSTGRESQL and not (parsed.drivername == "sqlite" and parsed.database):
        raise ValueError(
            "SERAPAN_DATABASE_URL tidak menyebut basis data yang dikenal. Tulis sqlite:////folder/serapan.sqlite atau "
            "postgresql://pengguna:sandi@host/basis."
        )
    return parsed


@compiles(sa.Text, "postgresql")
def _text_by_code_points(_type: sa.Text, _compiler: object, **_named: object) -> str:
    """Text that sorts as in SQLite and in Python, whatever language the database was made for."""
    return 'TEXT COLLATE "C"'


def _configure_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  (any DB-API connection)
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "cache_size=-65536",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("serapan_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
