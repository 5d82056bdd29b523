"""Taking back what is public."""

from datetime import datetime

import streamlit as st

from budget.slice import RPD, Slice
from budget.slice_rows import slice_rows
from budget.slices_words import slices_words
from budget.totals import Totals
from pages.components.html import html
from store.may import Act, may
from store.open_database import open_database
from store.refused import Refused
from store.signed_in import SignedIn
from store.withdraw import withdraw
from views.public_slices import public_slices
from views.published import Published


def withdraw_part(shown: Published | None, person: SignedIn, now: datetime, *, base: int) -> str | None:
    """Draws the choice of a public slice, the reason and the button; the words of what was done, None for nothing.

    Args:
        shown: What is public, None before the first release.
        person: Who withdraws.
        now: The time.
        base: Number of the release that the person looked at.
    """
    part = st.expander("Tarik angka yang sudah terbit", key="withdraw", on_change="rerun")
    if shown is None or not part.open:
        return None
    pieces = [one for one in public_slices(shown) if may(person, Act.WITHDRAW, [one.kode_satker])]
    with part:
        html("withdraw_title.html")
        piece = st.selectbox(
            "Bagian yang ditarik", pieces, index=None, format_func=_words, placeholder="Pilih satker dan periode"
        )
        if piece is None:
            return None
        if piece.kind != RPD:
            html("standing.html", totals=Totals.of(slice_rows(shown.cube, piece)))
        reason = st.text_input("Alasan penarikan (dibaca publik)", key="withdraw-reason")
        if not st.button("Tarik dari halaman publik", key="withdraw-button"):
            return None
        try:
            release = withdraw(
                open_database(), piece.key, person, now=now.isoformat(timespec="seconds"), base=base, reason=reason
            )
        except Refused as refusal:
            html("unreadable.html", issue=refusal.issue, name=_words(piece))
            return None
    return f"Rilis {release.number} terbit: {_words(piece)} ditarik. Angka lamanya tetap ada di rilis sebelumnya."


def _words(piece: Slice) -> str:
    return slices_words([piece])
