"""A printed total beside the computed one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Control:
    """A total that the sheet prints beside the one computed from the leaves.

    Attributes:
        level: Level of the total (`jumlah`, `program`, `kegiatan`, …, or `akun` above items).
        code: Whole path of the total, e.g. `AA/AA.6025/AEB`; empty for the grand total.
        field: The amount compared, e.g. `pagu_rp`.
        printed: What the sheet prints, rupiah.
        computed: Sum of the leaves below, rupiah.
    """

    level: str
    code: str
    field: str
    printed: int
    computed: int
