"""Closing, opening and resetting an account."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.components.account_said import AccountSaid
from pages.components.html import html
from store.account import Account
from store.accounts import disable_account, enable_account, reset_account
from store.one_time_until import one_time_until
from store.open_database import open_database
from store.refused import Refused
from store.signed_in import SignedIn


def change_account_part(accounts: Sequence[Account], person: SignedIn) -> AccountSaid | None:
    """Draws the choice of an account and what can be done to it; what was done, None for nothing."""
    html("change_account_title.html")
    known = {one.name: one for one in accounts}
    name = st.selectbox(
        "Akun yang diubah", list(known), index=None, placeholder="Pilih akun", key="changed-account", width=340
    )
    if name is None:
        return None
    html("change_account.html", own=name == person.name)
    try:
        return None if name == person.name else _change(known[name], person)
    except Refused as refusal:
        html("unreadable.html", issue=refusal.issue, name=name)
        return None


def _change(one: Account, person: SignedIn) -> AccountSaid | None:
    now = datetime.now(UTC)
    closed = one.disabled_at is not None
    with st.container(horizontal=True, gap="small"):
        switched = st.button("Aktifkan lagi" if closed else "Nonaktifkan", key="switch-account")
        reset = st.button("Setel ulang sandi dan kode", key="reset-account")
    if reset:
        password = reset_account(open_database(), one.name, person, now)
        return AccountSaid(f"Akun {one.name} disetel ulang.", password, one_time_until(now))
    if not switched:
        return None
    if closed:
        enable_account(open_database(), one.name, person, now)
        return AccountSaid(f"Akun {one.name} aktif lagi.")
    disable_account(open_database(), one.name, person, now)
    return AccountSaid(f"Akun {one.name} dinonaktifkan; sesinya berakhir.")
