"""A Fa Detail tree of any size, for benches."""

import numpy as np

from samples.header import Header
from samples.outline import Outline
from samples.tree import Tree

_AKUN = ("521211", "521213", "521219", "522141", "522151", "524111", "524113", "524114", "532111")


def big_tree(rows: int) -> Tree:
    """A tree whose sheet has about `rows` rows: nine akun per subkomponen, twenty subkomponen per komponen."""
    paths, headings = [], {("WA",): "Program", ("WA", "WA.3355"): "Kegiatan", ("WA", "WA.3355", "EBA"): "Layanan"}
    top = ("WA", "WA.3355", "EBA")
    for number in range(rows * 9 // 10 // len(_AKUN)):
        ro = (*top, f"EBA.{number // 2000:03d}")
        komponen = (*ro, f"{number // 20 % 100:03d}")
        subkomponen = (*komponen, f"{komponen[-1]}.{chr(65 + number % 20)}")
        headings |= {ro: "Rincian output", komponen: "Komponen", subkomponen: f"Kegiatan ke-{number}"}
        paths += [(*subkomponen, akun) for akun in _AKUN]
    random = np.random.default_rng(7)
    pagu = random.integers(1, 900_000, len(paths)) * 1000
    lalu = pagu * random.integers(0, 50, len(paths)) // 100
    ini = pagu * random.integers(0, 40, len(paths)) // 100
    outline = Outline(tuple(paths), ("Belanja Barang Non Operasional Lainnya",) * len(paths), headings)
    header = Header(2026, 9, "657942", "KPU KOTA SURABAYA")
    return Tree(header, outline, pagu, np.zeros_like(pagu), lalu, ini)
