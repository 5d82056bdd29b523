"""The pictures in the documentation are there for each page."""

from pathlib import Path

import pytest
from PIL import Image

from views.screens import SCREENS

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("page", SCREENS, ids=lambda path: path or "ringkasan")
def test_each_page_has_a_picture_in_the_readme(page, width):
    name = f"docs/screens/{page or 'ringkasan'}-{width}.png"
    with Image.open(ROOT / name) as picture:
        assert picture.width == width
    assert (ROOT / name).stat().st_size < 400_000
    assert name in (ROOT / "README.md").read_text("utf-8")
