"""Accounts as a table."""

from collections.abc import Sequence
from typing import NamedTuple

from budget.wording.wib import wib
from store.account import Account
from views.lingkup_words import lingkup_words
from views.render import render


class _Row(NamedTuple):
    name: str
    role: str
    lingkup: str
    state: str
    closed: bool
    last_sign_in: str


def account_part(accounts: Sequence[Account]) -> str:
    """All accounts as HTML, in Indonesian."""
    rows = [
        _Row(
            one.name,
            one.role,
            lingkup_words(one.lingkup),
            _state(one),
            one.disabled_at is not None,
            wib(one.last_sign_in) if one.last_sign_in else "belum pernah",
        )
        for one in accounts
    ]
    return render("account_part.html", rows=rows)


def _state(one: Account) -> str:
    if one.disabled_at:
        return f"nonaktif sejak {wib(one.disabled_at)}"
    if one.must_change:
        return "aktif, sandi sekali pakai belum diganti"
    if one.role.needs_code and not one.has_code:
        return "aktif, kode kedua belum dipasang"
    return "aktif"
