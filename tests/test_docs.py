from pathlib import Path

from loaders.formats.registry import FORMATS

DOCS = Path(__file__).parents[1] / "docs"


def test_every_format_is_documented_and_every_documented_format_exists():
    headings = [line for line in (DOCS / "formats.md").read_text("utf-8").splitlines() if line.startswith("### ")]
    documented = {line.rpartition("`")[0].rpartition("`")[2] for line in headings}
    assert documented == {form.name for form in FORMATS}
