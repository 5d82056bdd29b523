"""How the rows of each level are laid out."""

from samples.row_kind import RowKind

ROW_KINDS = (
    RowKind("B:C", "D:O", 13, 14, 14, 15, 68),
    RowKind("B:H", "I:O", 13, 14, 14, 15, 64),
    RowKind("C:F", "G:O", 16, 17, 17, 18, 66),
    RowKind("C:J", "K:O", 19, 20, 21, 22, 60),
    RowKind("E:I", "J:O", 23, 24, 24, 25, 62),
    RowKind("F:K", "L:O", 13, 14, 14, 15, 58),
    RowKind("H:L", "M:O", 13, 14, 14, 15, 56),
    RowKind(None, "N:O", 13, 14, 14, 15, 52),
)
"""By depth: program, kegiatan, KRO, RO, komponen, subkomponen, akun, item (as seen in an original file,
`formats.md` section 1; the item level is known from one report)."""
