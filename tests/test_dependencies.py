"""What is installed is what was chosen."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_library_has_one_version_and_its_hashes(name):
    text = (ROOT / name).read_text("utf-8")
    rows = re.findall(r"^[a-z0-9].*(?:\n    --hash.*)*", text, re.MULTILINE)
    wrong = [row for row in rows if not re.match(r"\S+==\S+ \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|$))+$", row)]
    assert len(rows) > 40
    assert wrong == []
    assert "--require-hashes" in (ROOT / "scripts" / "venv.sh").read_text("utf-8")
