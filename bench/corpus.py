"""What became of every row of a corpus of sheets, per format.

Reads files and folders, or without arguments an example of every format (`tests/examples.py`), three months of the
sample exports in their three layouts and, where they lie beside the repository, the original sheets. A row is
unaccounted for when a recognised sheet has it and the report does not count it; the status is 1 then, and where a
format has no file. Use: `.venv/bin/python bench/corpus.py [FILE…]`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from budget.declared import Declared
from budget.layout import Layout
from budget.reference import Reference
from budget.unreadable import Unreadable
from budget.upload import Upload
from loaders.detect import detect
from loaders.formats.registry import FORMATS
from loaders.load import load
from loaders.read import read
from samples.fa_detail import write_csv, write_xlsx
from samples.generate import generate
from tests.examples import EXAMPLES

_ORIGINALS = Path(__file__).parents[2] / "shared" / "sheets"
_COLUMNS = ("files", "read", "lines", "totals", "notes", "dropped", "unaccounted")
_ANY = Declared(any_satker=True)


def _samples() -> Iterator[Upload]:
    for sample in islice(generate(Reference.load(), months=3), 60):
        yield Upload(sample.name, sample.content)
        yield Upload(f"item-{sample.name}", write_xlsx(sample.tree, with_item=True))
        yield Upload(f"{sample.name}.csv", write_csv(sample.tree))


def _files(paths: list[Path]) -> Iterator[Upload]:
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            yield Upload(file.name, file.read_bytes())


def _corpus(paths: list[Path]) -> Iterator[tuple[Upload, Declared, tuple[Layout, ...]]]:
    if not paths:
        yield from ((one.upload, one.declared, one.layouts) for one in EXAMPLES.values())
        yield from ((upload, _ANY, ()) for upload in _samples())
        paths = [_ORIGINALS] if _ORIGINALS.is_dir() else []
    yield from ((upload, _ANY, ()) for upload in _files(paths))


def main() -> None:
    """Prints a row per format, and the files that could not be read."""
    paths = [Path(path) for path in sys.argv[1:]]
    counts = {form.name: Counter[str]() for form in FORMATS}
    for upload, declared, layouts in _corpus(paths):
        reference = replace(Reference.load(), layouts=layouts)
        try:
            report = load(upload, reference, declared).report
            _, sheets, _ = detect(read(upload), reference)
        except Unreadable as error:
            print(f"{upload.name}: {error.issue.message}")
            continue
        rows = sum(len(sheet.rows) for sheet in sheets)
        counts[report.format] += Counter(
            files=1, read=report.rows.read, unaccounted=abs(rows - report.rows.read), **vars(report.rows)
        )
    print(f"{'format':<20}" + "".join(f"{name:>13}" for name in _COLUMNS))
    for name, count in counts.items():
        print(f"{name:<20}" + "".join(f"{count[column]:>13}" for column in _COLUMNS))
    missing = [] if paths else [name for name, count in counts.items() if not count["files"]]
    if missing:
        print(f"no file of: {', '.join(missing)}")
    sys.exit(1 if missing or any(count["unaccounted"] for count in counts.values()) else 0)


if __name__ == "__main__":
    main()
