"""What the documents say is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from loaders.formats.registry import FORMATS
from manage import manage

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


GUIDES = ("operator.md", "reviewer.md")
SEEN = (
    "pages/**/*.py",
    "routes/**/*.py",
    "routes/templates/*.html",
    "views/*.py",
    "views/templates/*.html",
    "views/*.css",
)


@cache
def seen():
    """All that has words for people, without the marks between them."""
    files = [file for pattern in SEEN for file in ROOT.glob(pattern)] + [
        ROOT / name for name in ("data/issues.csv", "app.py", "store/submission.py")
    ]
    return "\n".join(file.read_text("utf-8") for file in files)


def words_of(label):
    """The pieces of a label between what differs each time."""
    return [piece for piece in re.split("…", label.rstrip(".")) if piece.strip()]


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_quotes_stands_on_the_screen(name):
    text = (DOCS / name).read_text("utf-8")
    labels = [label for label in re.findall(r"\*\*([^*]+)\*\*", text) if label != "tebal"]
    assert len(labels) > 20
    assert [label for label in labels if not all(piece in seen() for piece in words_of(label))] == []
    quoted = re.findall(r"\| \*([^*|]+)\*", text)
    assert [words for words in quoted if not all(piece.strip() in seen() for piece in words_of(words))] == []


def test_each_picture_of_staff_is_shown_in_a_guide():
    guides = "".join((DOCS / name).read_text("utf-8") for name in GUIDES)
    pictures = {path.name for path in (DOCS / "screens").glob("staf-*.png")}
    assert pictures == set(re.findall(r'src="screens/(staf-[a-z-]+\.png)"', guides))


@pytest.mark.parametrize("name", GUIDES)
def test_commands_of_a_guide_exist(name):
    commands = set(re.findall(r"manage\.py ((?:user )?[a-z]+)", (DOCS / name).read_text("utf-8")))
    for command in commands:
        assert CliRunner().invoke(manage, [*command.split(), "--help"]).exit_code == 0, command


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_read_at_one_sitting(name):
    assert len((DOCS / name).read_text("utf-8").splitlines()) <= 200
