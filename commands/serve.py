"""`manage.py serve`: everything from an empty folder to a running server."""

import socket
from datetime import UTC, datetime
from typing import Annotated, Final

import typer

from budget.server_role import ServerRole
from commands.show_password import show_password
from store.accounts import add_account, any_account
from store.database import Database
from store.one_time_password import one_time_password
from store.open_database import open_database
from store.releases import latest_release
from store.role import Role

_HOST: Final = "127.0.0.1"
_ADMIN: Final = "admin"


def serve(
    port: Annotated[int, typer.Option(envvar="SERAPAN_PORT", min=1, max=65535, help="Port di 127.0.0.1.")] = 8501,
) -> None:
    """Menjalankan dasbor; basis data, akun pertama, dan data contoh disiapkan bila belum ada."""
    try:
        role = ServerRole.current()
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    listening = _listen(port)
    database = open_database()
    database.migrate()
    if latest_release(database) is None:
        # Only now: it brings pandas and the loaders, which a later start does without.
        from commands.fill_sample import fill_sample  # noqa: PLC0415

        fill_sample(database, typer.echo)
    # Last, so that nothing can fail between making the password and showing it.
    now = datetime.now(UTC)
    password = None if any_account(database) or not role.serves_staff else _add_admin(database, now)
    typer.echo(f"Dasbor: http://{_HOST}:{port}/")
    if password is not None:
        typer.echo(f"Masuk:  http://{_HOST}:{port}/masuk")
        show_password(_ADMIN, password, now)
    _run(listening)


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
        # At once: who opens the page early waits for it, and a second server is told before it prepares anything.
        listening.listen(2048)
    except OSError as error:
        listening.close()
        typer.echo(f"Port {port} tidak dapat dipakai: {error.strerror}. Pilih port lain dengan SERAPAN_PORT.", err=True)
        raise typer.Exit(1) from error
    return listening


def _add_admin(database: Database, now: datetime) -> str:
    password = one_time_password()
    add_account(database, _ADMIN, password, must_change=True, now=now, role=Role.ADMIN)
    return password


def _run(listening: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415  (the other commands do without)

    config = uvicorn.Config(
        "app:app",
        loop="uvloop",
        log_level="warning",
        access_log=False,
        server_header=False,
        # Who came through a proxy is read in `routes/client.py`, where SERAPAN_BEHIND_PROXY says so.
        proxy_headers=False,
        # Streamlit's default too: compressing each message costs more than it saves.
        ws_per_message_deflate=False,
        # A browser sends the state of widgets; files come by another way.
        ws_max_size=2**20,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])
