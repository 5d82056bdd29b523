"""Adding an account."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from budget.provinsi import Provinsi
from budget.reference import Reference
from pages.components.account_said import AccountSaid
from pages.components.html import html
from store.accounts import add_account
from store.one_time_password import one_time_password
from store.one_time_until import one_time_until
from store.open_database import open_database
from store.refused import Refused
from store.role import Role
from store.signed_in import SignedIn

_ROLES: Final = {
    Role.OPERATOR: "operator (mengajukan laporan satkernya)",
    Role.PENINJAU: "peninjau (menyetujui pengajuan provinsinya)",
    Role.ADMIN: "admin (semua satker, dan akun)",
}


def add_account_part(person: SignedIn, *, key: str) -> AccountSaid | None:
    """Draws name, role and lingkup of a new account, and the button.

    Args:
        person: Who adds it.
        key: Another after each account that was added, so that the fields are empty again.

    Returns:
        What was added, None for nothing.
    """
    html("add_account_title.html")
    with st.container(horizontal=True, gap="small"):
        name = st.text_input("Nama akun", key=f"name-{key}", width=260)
        role = st.selectbox("Peran", list(_ROLES), format_func=_ROLES.__getitem__, key=f"role-{key}", width=340)
        lingkup = _lingkup(role, key)
    lacks = lingkup is None and role != Role.ADMIN
    if not st.button("Tambah akun", type="primary", key="add-account", disabled=lacks):
        return None
    password = one_time_password()
    now = datetime.now(UTC)
    try:
        add_account(open_database(), name, password, must_change=True, now=now, role=role, lingkup=lingkup, by=person)
    except Refused as refusal:
        html("unreadable.html", issue=refusal.issue, name=name)
        return None
    except ValueError as error:
        html("refusal.html", message=str(error))
        return None
    return AccountSaid(f"Akun {name.strip().lower()} ditambahkan.", password, one_time_until(now))


def _lingkup(role: Role, key: str) -> str | None:
    if role == Role.OPERATOR:
        units = Reference.load().satker
        return _choice("Satker", {one.kode_satker: f"{one.nama} ({one.kode_satker})" for one in units}, key)
    if role == Role.PENINJAU:
        return _choice("Provinsi", {one.kode: one.nama for one in Provinsi.all().values()}, key)
    return None


def _choice(label: str, names: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=f"Pilih {label.lower()}",
        key=f"{label}-{key}",
        width=340,
    )
