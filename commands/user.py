"""`manage.py user`: accounts, without the web."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Final

import typer

from commands.import_files import COMMAND_LINE
from commands.show_password import show_password
from store.account import Account
from store.accounts import add_account, disable_account, enable_account, reset_account
from store.database import Database
from store.list_accounts import list_accounts
from store.one_time_password import one_time_password
from store.open_database import open_database
from store.refused import Refused
from store.role import Role

user: Final = typer.Typer(no_args_is_help=True, help="Menambah, menutup, membuka, dan menyetel ulang akun petugas.")

_Name = Annotated[str, typer.Argument(metavar="NAMA", help="Nama akun.")]


@user.command("add")
def _add(
    name: _Name,
    role: Annotated[Role, typer.Option(help="Untuk apa akun itu.")],
    satker: Annotated[str | None, typer.Option(help="Kode satker seorang operator.")] = None,
    provinsi: Annotated[str | None, typer.Option(help="Kode wilayah provinsi seorang peninjau, misalnya 35.")] = None,
) -> None:
    """Menambah akun; mencetak sandi sekali pakai satu kali. Status keluar 1 bila ditolak."""
    password = one_time_password()
    now = datetime.now(UTC)
    lingkup = {Role.OPERATOR: satker, Role.PENINJAU: provinsi}.get(role, satker or provinsi)
    with _database() as database:
        add_account(database, name, password, must_change=True, now=now, role=role, lingkup=lingkup, by=COMMAND_LINE)
    show_password(name, password, now)


@user.command("disable")
def _disable(name: _Name) -> None:
    """Menutup akun; sesinya berakhir seketika."""
    with _database() as database:
        disable_account(database, name, COMMAND_LINE, datetime.now(UTC))
    typer.echo(f"Akun {name} nonaktif.")


@user.command("enable")
def _enable(name: _Name) -> None:
    """Membuka lagi akun yang ditutup."""
    with _database() as database:
        enable_account(database, name, COMMAND_LINE, datetime.now(UTC))
    typer.echo(f"Akun {name} aktif.")


@user.command("reset")
def _reset(name: _Name) -> None:
    """Memberi sandi sekali pakai yang baru, mencabut kode kedua, melepas akun organisasi, dan mengakhiri sesinya."""
    now = datetime.now(UTC)
    with _database() as database:
        password = reset_account(database, name, COMMAND_LINE, now)
    show_password(name, password, now)


@user.command("list")
def _list() -> None:
    """Mendaftar semua akun: nama, peran, lingkup, keadaan."""
    with _database() as database:
        now = datetime.now(UTC)
        for one in list_accounts(database):
            typer.echo(f"{one.name}\t{one.role}\t{one.lingkup or '-'}\t{_state(one, now)}")


def _state(one: Account, now: datetime) -> str:
    if one.disabled_at:
        return "nonaktif"
    if one.one_time_over(now):
        return "sandi sekali pakai kedaluwarsa"
    return "sandi sekali pakai" if one.one_time_until else "aktif"


@contextmanager
def _database() -> Iterator[Database]:
    database = open_database()
    database.migrate()
    try:
        yield database
    except Refused as refusal:
        typer.echo(f"{refusal.issue.message} {refusal.issue.remedy}", err=True)
        raise typer.Exit(1) from refusal
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
