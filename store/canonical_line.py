"""The one text form of a budget line that hashes are taken over."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

LINE_FIELDS = (
    *("slice", "program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun", "item", "uraian"),
    *("pagu_rp", "lock_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp"),
    *("sumber_lembar", "sumber_baris", "sumber_sel", "cells"),
)
"""Fields of a stored line, in the order of the canonical text."""

PLAN_FIELDS = ("slice", "jenis", "bulan", "rencana_rp", "sumber_lembar", "sumber_baris", "sumber_sel", "cells")
"""Fields of a stored line of a withdrawal plan, likewise."""


def canonical_line(row: Iterable[Any]) -> str:
    """One line as a JSON array of its `LINE_FIELDS` or `PLAN_FIELDS`, without spaces, unknown as null."""
    return json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))


def content_hash(rows: Iterable[Iterable[Any]]) -> str:
    """SHA-256 over the canonical lines of a draft in their order, those of a plan last, one per text line."""
    return sha256("\n".join(map(canonical_line, rows)).encode()).hexdigest()
