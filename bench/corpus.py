"""What became of every row of a corpus of sheets, per format.

Reads files and folders, or without arguments three months of the sample exports in their three layouts and, where they
lie beside the repository, the original sheets. A row is unaccounted for when a recognised sheet has it and the report
does not count it. Use: `.venv/bin/python bench/corpus.py [FILE…]`.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from budget.declared import Declared
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.detect import detect
from loaders.load import load
from loaders.read import read
from samples.fa_detail import write_csv, write_xlsx
from samples.generate import generate

_ORIGINALS = Path(__file__).parents[2] / "shared" / "sheets"
_COLUMNS = ("files", "read", "lines", "totals", "notes", "dropped", "unaccounted")


def _samples() -> Iterator[Upload]:
    for sample in islice(generate(Reference.load(), months=3), 60):
        yield Upload(sample.name, sample.content)
        yield Upload(f"item-{sample.name}", write_xlsx(sample.tree, with_item=True))
        yield Upload(f"{sample.name}.csv", write_csv(sample.tree))


def _uploads(paths: list[str]) -> Iterator[Upload]:
    if not paths:
        yield from _samples()
        paths = [str(_ORIGINALS)] if _ORIGINALS.is_dir() else []
    for path in map(Path, paths):
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            yield Upload(file.name, file.read_bytes())


def main() -> None:
    """Prints a row per format, and the files that could not be read."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    declared = Declared(any_satker=True)
    for upload in _uploads(sys.argv[1:]):
        try:
            report = load(upload, Reference.load(), declared).report
            _, sheets, _ = detect(read(upload), Reference.load())
        except Unreadable as error:
            print(f"{upload.name}: {error.issue.message}")
            continue
        rows = sum(len(sheet.rows) for sheet in sheets)
        counts[report.format] += Counter(
            files=1, read=report.rows.read, unaccounted=rows - report.rows.read, **vars(report.rows)
        )
    print(f"{'format':<20}" + "".join(f"{name:>13}" for name in _COLUMNS))
    for name, count in sorted(counts.items()):
        print(f"{name:<20}" + "".join(f"{count[column]:>13}" for column in _COLUMNS))


if __name__ == "__main__":
    main()
