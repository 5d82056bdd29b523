"""The shape of the budget lines that pass from loaders to store, pages and CSV."""

import pandera.pandas as pa

LEVELS = ("program", "kegiatan", "kro", "ro", "komponen", "subkomponen", "akun", "item")
AMOUNTS = ("pagu_rp", "lock_rp", "realisasi_lalu_rp", "realisasi_ini_rp", "realisasi_rp", "sisa_rp")
CSV_COLUMNS = (
    *("tahun", "bulan", "kode_satker", "kode_wilayah", "sumber_dana"),
    *LEVELS,
    "uraian",
    *AMOUNTS,
    *("sumber_berkas", "sumber_lembar", "sumber_baris", "sumber_sel"),
)


def _text(nullable: bool, pattern: str | None = None) -> pa.Column:
    return pa.Column(str, pa.Check.str_matches(pattern) if pattern else None, nullable=nullable)


LINES = pa.DataFrameSchema(
    {
        "tahun": pa.Column("Int64", pa.Check.in_range(2000, 2100)),
        "bulan": pa.Column("Int64", pa.Check.in_range(1, 12), nullable=True),
        "kode_satker": _text(False, r"^\d{6}$"),
        "kode_wilayah": _text(True, r"^\d{2}(\.\d{2})?$"),
        "sumber_dana": _text(False),
        **{level: _text(True) for level in LEVELS if level != "akun"},
        "akun": _text(True, r"^\d{2}(\d{4})?$"),
        "uraian": _text(True),
        "pagu_rp": pa.Column("Int64", nullable=True),
        **{amount: pa.Column("Int64", nullable=True) for amount in AMOUNTS if amount != "pagu_rp"},
        "sumber_berkas": _text(False),
        "sumber_lembar": _text(False),
        "sumber_baris": pa.Column("Int64", pa.Check.ge(1)),
        "sumber_sel": _text(True, r"^[A-Z]{1,3}[1-9]\d*$"),
        "cells": _text(False),
    },
    strict=True,
    ordered=False,
)
"""One budget line per row, lowest level present. Money is whole rupiah as nullable int64; empty is
unknown. `cells` is a JSON object from amount to `[address, raw text]`, e.g.
`{"pagu_rp": ["P16", "246078000"]}`. `program`…`item` hold the codes of the line's own path, as Fa Detail
writes them (`AA`, `AA.6025`, `AEB`, `AEB.001`, `051`, `051.0A`, `521211`, `000017`)."""

HEADINGS = pa.DataFrameSchema(
    {
        "kode_satker": _text(False, r"^\d{6}$"),
        "level": _text(False),
        "path": _text(False),
        "uraian": _text(True),
        "sumber_lembar": _text(False),
        "sumber_baris": pa.Column("Int64", pa.Check.ge(1)),
        "cells": _text(False),
    },
    strict=True,
    ordered=False,
)
"""One level row per row; `path` joins the codes from program down with `/`, e.g. `AA/AA.6025/AEB`."""
