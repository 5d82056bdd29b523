"""A budget with the items below its akun."""

import numpy as np
from numpy.typing import NDArray

from samples.outline import Outline
from samples.tree import Tree

_ITEMS = (
    *("Konsumsi rapat", "Alat tulis kantor", "Penggandaan dan penjilidan", "Uang harian", "Transportasi"),
    *("Penginapan", "Bahan pendukung kegiatan", "Cetak spanduk dan bahan publikasi", "Sewa kendaraan", "Honorarium"),
    "Pembayaran bulanan",
)


def item_tree(tree: Tree) -> Tree:
    """Splits every akun into one to three items whose amounts add up to it.

    Args:
        tree: A budget down to akun.

    Returns:
        The same budget down to item; item numbers run through the sheet (`000001`, `000002`, …).
    """
    outline = tree.outline
    counts = np.array([1 + sum(map(ord, "".join(path))) % 3 for path in outline.paths])
    owner = np.repeat(np.arange(len(counts)), counts)
    headings = dict(outline.headings)
    headings.update(zip(outline.paths, outline.uraian, strict=True))
    paths = tuple((*outline.paths[leaf], f"{number:06d}") for number, leaf in enumerate(owner.tolist(), 1))
    uraian = tuple(_ITEMS[(number * 7 + leaf) % len(_ITEMS)] for number, leaf in enumerate(owner.tolist()))
    ends = np.cumsum(counts) - 1

    def split(amounts: NDArray[np.int64], unit: int) -> NDArray[np.int64]:
        parts: NDArray[np.int64] = (amounts // counts // unit * unit)[owner]
        parts[ends] += amounts - parts[ends] * counts
        return parts

    return Tree(
        header=tree.header,
        outline=Outline(paths, uraian, headings),
        pagu=split(tree.pagu, 1000),
        lock=split(tree.lock, 1000),
        lalu=split(tree.lalu, 1),
        ini=split(tree.ini, 1),
    )
