"""What the documents say is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaders.formats.registry import FORMATS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def test_every_format_is_documented_and_every_documented_format_exists():
    headings = [line for line in (DOCS / "formats.md").read_text("utf-8").splitlines() if line.startswith("### ")]
    documented = {line.rpartition("`")[0].rpartition("`")[2] for line in headings}
    assert documented == {form.name for form in FORMATS}


@pytest.mark.parametrize("path", sorted([ROOT / "README.md", *DOCS.glob("*.md")]), ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(path):
    text = path.read_text("utf-8")
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) + re.findall(r'src="([^"]+)"', text)
    assert [target for target in targets if "://" not in target and not (path.parent / target).exists()] == []
    anchors = {re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in text.splitlines()}
    assert [anchor for anchor in re.findall(r"\]\(#([^)]+)\)", text) if anchor not in anchors] == []


@cache
def functions_of(file):
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_requirement_that_is_met_names_its_tests():
    text = (DOCS / "security.md").read_text("utf-8")
    met = text.partition(": met\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| V\d+\.\d+\.\d+ \|.*$", met, re.MULTILINE)
    shown = [re.findall(r"`([\w/]+\.py)::(\w+)`", row.rpartition(" | ")[2]) for row in rows]
    assert len(rows) > 80
    assert [row for row, named in zip(rows, shown, strict=True) if not named] == []
    assert [pair for named in shown for pair in named if pair[1] not in functions_of(pair[0])] == []


def test_each_requirement_stands_once():
    numbers = Counter(re.findall(r"^\| (V\d+\.\d+\.\d+) \|", (DOCS / "security.md").read_text("utf-8"), re.MULTILINE))
    assert [number for number, count in numbers.items() if count > 1] == []
