"""Takes the pictures of docs/screens anew: each public page, on a phone and on a desk, and the work of staff.

Use: `make screens`, or `.venv/bin/python -m scripts.screens [--database FILE]`; without a database the sample
data is filled into one that is thrown away.
"""

import argparse
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from commands.fill_sample import fill_sample
from scripts.staff_screens import staff_screens
from store.database import Database
from tests.browser.chromium import launched, visit, window
from tests.serving import serve
from views.screens import SCREENS

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
WIDTHS = (390, 1440)
QUERIES = {"wilayah": "kode=35.78", "baris": "kode=35.78&jenis=53"}
_TALLEST = 2600
_COLOURS = 64


def main() -> None:
    """Reads the options and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", type=Path, help="SQLite file that holds the sample data")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = options.database or Path(folder) / "serapan.sqlite"
        if options.database is None:
            database = Database(f"sqlite:///{path}")
            database.migrate()
            fill_sample(database, print)
            database.close()
        with serve(path) as url, launched() as browser:
            for page in SCREENS:
                for width in WIDTHS:
                    take(browser, url, page, width)
            take(browser, url, "", 1440, scheme="dark")
        with launched() as browser:
            place = Path(folder) / "staff"
            place.mkdir()
            staff_screens(browser, place, FOLDER)


def take(browser: Browser, url: str, page: str, width: int, scheme: str = "light") -> None:
    """Saves one picture: the page from its top, as long as it is, but no longer than reads well in a document."""
    with window(browser, width, color_scheme=scheme) as (tab, _):
        visit(tab, f"{url}/{page}?{QUERIES.get(page, '')}")
        for chart in tab.get_by_test_id("stPlotlyChart").all():
            expect(chart.locator(".main-svg").first).to_be_visible()
        tall = tab.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
        tab.set_viewport_size({"width": width, "height": min(tall, _TALLEST)})
        tab.wait_for_timeout(500)
        picture = Image.open(BytesIO(tab.screenshot())).convert("RGB").quantize(_COLOURS)
    name = f"{page or 'ringkasan'}-{width}{'-dark' if scheme == 'dark' else ''}.png"
    picture.save(FOLDER / name, optimize=True)
    print(f"{name}: {(FOLDER / name).stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
