"""How long reading takes: ours against a bare `pandas.read_excel(engine="openpyxl")` of the same file.

Ours is everything that an upload goes through: guard, parse, interpret, reconcile, check. Both read the same bytes,
by turns, in one run; bulk is 500 sheets on two cores against the same 500 bare reads on one. The bulk figure of the
peer is taken over fewer sheets and scaled, and said so. Use: `.venv/bin/python bench/reading.py [--bulk 500]`.
"""

import argparse
import io
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pandas as pd

from bench.big_tree import big_tree
from budget.declared import Declared
from budget.reference import Reference
from budget.upload import Upload
from loaders.load import load
from loaders.load_many import load_many
from samples.fa_detail import write_xlsx

_SIZES = (1_500, 20_000)
_SHARE = 10
"""The peer reads one bulk sheet of so many."""


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _bare(content: bytes) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pd.read_excel(io.BytesIO(content), engine="openpyxl", header=None)


def _one(upload: Upload) -> None:
    draft = load(upload, Reference.load(), Declared(sumber_dana="RM"))
    if not draft.report.publishable:
        raise RuntimeError([issue.message for issue in draft.report.issues][:3])


def _single(rows: int, rounds: int) -> None:
    upload = Upload("besar.xlsx", write_xlsx(big_tree(rows)))
    pairs = [(_timed(lambda: _one(upload)), _timed(lambda: _bare(upload.content))) for _ in range(rounds)]
    ours, peer = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    size = len(upload.content) / 1e6
    print(f"{rows:>7} rows, {size:4.1f} MB   ours {ours:7.3f} s   bare openpyxl {peer:7.3f} s   ratio {ratio:5.2f}")


def _bulk(count: int) -> None:
    content = write_xlsx(big_tree(_SIZES[0]))
    upload = Upload("besar.xlsx", content)
    list(load_many([(upload, Declared(sumber_dana="RM"))] * 2, Reference.load()))  # the processes are warm
    began = time.perf_counter()
    pairs = [(upload, Declared(sumber_dana="RM"))] * count
    read = sum(1 for _ in load_many(pairs, Reference.load()))
    ours = time.perf_counter() - began
    some = max(count // _SHARE, 1)
    peer = _timed(lambda: [_bare(content) for _ in range(some)]) * count / some
    print(
        f"{read:>7} sheets of {_SIZES[0]} rows   ours, two cores {ours:6.1f} s   "
        f"bare openpyxl, one core {peer:6.1f} s (from {some})   ratio {ours / peer:5.2f}"
    )


def main() -> None:
    """Prints one line per size, and one for the bulk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bulk", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for rows in _SIZES:
        _single(rows, asked.rounds)
    if asked.bulk:
        _bulk(asked.bulk)


if __name__ == "__main__":
    main()
