"""Acts of the audit chain in words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from budget.reasons import reasons
from budget.slice import Slice
from budget.slices_words import slices_words
from store.recorded_acts import RecordedAct
from views.lingkup_words import lingkup_words

ACTS: Final[Mapping[str, str]] = {
    "ajukan": "mengajukan",
    "akun-aktif": "mengaktifkan lagi akun",
    "akun-nonaktif": "menonaktifkan akun",
    "akun-reset": "menyetel ulang akun",
    "akun-tambah": "menambah akun",
    "ganti": "menggantikan",
    "ikat-organisasi": "mengikat akun organisasi",
    "jelaskan": "menjelaskan",
    "keluar": "keluar",
    "keluar-semua": "keluar dari semua perangkat",
    "kembalikan": "mengembalikan",
    "kode-dipasang": "memasang kode kedua",
    "lupakan": "melupakan",
    "masuk": "masuk",
    "masuk-gagal": "gagal masuk",
    "masuk-menunggu-kode": "masuk dan ditanyai kode kedua",
    "pulihkan": "memulihkan cadangan",
    "sandi": "mengganti sandi",
    "sandi-gugur": "tidak lagi memakai sandi sekali pakai",
    "setujui": "menyetujui",
    "tarik": "menarik",
    "terbit": "menerbitkan",
    "unggah": "mengunggah",
}
"""Kinds of acts that the store records, each with its verb."""


def act_words(act: RecordedAct) -> str:
    """What was done, in Indonesian: `menambah akun budi: operator, KPU Kota Batu`.

    A row that somebody changed by hand is worded as far as it goes; `store.check_audit` names it.
    """
    verb = ACTS.get(act.act, act.act)
    subject = _subject(act)
    what = verb if subject in {"", act.by} else f"{verb} {subject}"
    more = ", ".join(words(act.detail[name]) for name, words in _DETAILS.items() if act.detail.get(name))
    return f"{what}: {more}" if more else what


def _subject(act: RecordedAct) -> str:
    if act.act == "tarik":
        return _slices([act.subject])
    # A file is found by its hash, and known by its name.
    return str(act.detail.get("berkas", act.subject)) if act.act == "unggah" else act.subject


def _slices(keys: Iterable[str]) -> str:
    try:
        return slices_words([Slice.of_key(key) for key in keys])
    except (AttributeError, TypeError, ValueError):
        return str(keys)


_DETAILS: Final[Mapping[str, Callable[[Any], str]]] = {
    "slices": _slices,
    "role": str,
    "lingkup": lambda kode: lingkup_words(str(kode)),
    "kind": str,
    "lewat": lambda way: f"lewat akun {way}",
    "langkah": lambda step: "sandi sekali pakai kedaluwarsa" if step == "kedaluwarsa" else f"{step} tidak cocok",
    "decision": lambda text: f"“{text}”",
    "note": lambda text: f"catatan “{text}”",
    "reason": lambda code: f"alasan “{reasons().get(str(code), code)}”",
}
"""What is said of an act beside its subject, in this order."""
