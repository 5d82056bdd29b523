"""Accounts as a table."""

from collections.abc import Sequence
from datetime import datetime
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


def account_part(accounts: Sequence[Account], now: datetime) -> str:
    """All accounts as HTML, in Indonesian; `now`, with time zone, tells which one-time passwords came to their end."""
    rows = [
        _Row(
            one.name,
            one.role,
            lingkup_words(one.lingkup),
            _state(one, now),
            one.disabled_at is not None,
            wib(one.last_sign_in) if one.last_sign_in else "belum pernah",
        )
        for one in accounts
    ]
    return render("account_part.html", rows=rows)


def _state(one: Account, now: datetime) -> str:
    if one.disabled_at:
        return f"nonaktif sejak {wib(one.disabled_at)}"
    if one.one_time_until:
        if one.one_time_over(now):
            return f"aktif, sandi sekali pakai kedaluwarsa sejak {wib(one.one_time_until)}"
        return f"aktif, sandi sekali pakai belum diganti, berlaku sampai {wib(one.one_time_until)}"
    if one.role.needs_code and not one.has_code:
        return "aktif, kode kedua belum dipasang"
    return "aktif"
