"""How soon a new viewer sees something: our pages beside the Dash page, in Chromium over a slow network.

Each load has a new browser with an empty cache; the servers have answered before. They share one core, and one answers
at a time; the browser has all cores, as it would elsewhere. By turns, medians.
Use: `make bench`, or `.venv/bin/python bench/first_view.py [--loads 5]`.
"""

import argparse
import signal
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))

import uvloop

from bench.cold_load import ColdLoad, cold_load
from bench.export_units import export_units
from bench.national import NATIONAL
from bench.page import Page
from bench.sample_database import sample_database
from bench.served import served
from bench.servers import servers
from bench.visit import visit

_TARGETS: Final = {"sentence": 0.5, "chart": 4.0, "megabytes": 2.6}
_COLUMNS: Final = ("sentence", "largest", "chart", "megabytes", "shift")


def _medians(loads: list[ColdLoad]) -> dict[str, float]:
    return {column: statistics.median(getattr(load, column) for load in loads) for column in _COLUMNS}


def _measure(every: dict[str, tuple[Page, int]], options: argparse.Namespace) -> dict[str, list[ColdLoad]]:
    loads: dict[str, list[ColdLoad]] = {name: [] for name in every}
    for number in range(options.loads + 1):
        for name, (page, port) in every.items():
            uvloop.run(visit(port, page))
            url, network = f"http://127.0.0.1:{port}{page.addresses[0]}", (options.megabits, options.latency)
            load = cold_load(url, page.headline, *network, width=options.width)
            # The first one finds the disk cold, and our server compresses its scripts.
            if number:
                loads[name].append(load)
                shown = "".join(f"{getattr(load, column):>11.3f}" for column in _COLUMNS)
                print(f"{name:<22}{shown}", *load.errors, flush=True)
    return loads


def main() -> None:
    """Reads the options, which are bounded, and prints a row per load and the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loads", type=int, default=5, choices=range(1, 31), metavar="1..30", help="of each page")
    parser.add_argument("--servers", nargs="+", choices=("ours", "national", "dash"), default=("ours", "dash"))
    parser.add_argument("--megabits", type=float, default=10)
    parser.add_argument("--latency", type=float, default=40, help="milliseconds")
    parser.add_argument("--width", type=int, default=1440, choices=(390, 1440))
    options = parser.parse_args()
    if not 0.1 <= options.megabits <= 1000 or not 0 <= options.latency <= 2000:
        parser.error("--megabits 0.1 to 1000, --latency 0 to 2000")
    if "national" in options.servers and not NATIONAL.exists():
        parser.error("the country's database is not there: .venv/bin/python bench/national.py")
    # So that a SIGTERM, too, ends the servers under measurement.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    print(f"{'':<22}" + "".join(f"{name:>11}" for name in _COLUMNS), "  errors")
    with ExitStack() as kept:
        units = Path(kept.enter_context(tempfile.TemporaryDirectory())) / "units.sqlite"
        sample = sample_database()
        export_units(f"sqlite:///{sample}", units)
        every: dict[str, tuple[Page, int]] = {}
        for name in options.servers:
            server = servers(sample, NATIONAL, units)[name]
            port = kept.enter_context(served(server, cpu=0)).port
            every |= {f"{name} {page.name}": (page, port) for page in server.pages}
        loads = _measure(every, options)
    print(f"\nMedians of {options.loads}")
    for name, of_page in loads.items():
        print(f"{name:<22}" + "".join(f"{value:>11.3f}" for value in _medians(of_page).values()))
    print("\nTargets (s, s, MB)")
    for name, of_page in loads.items():
        found = _medians(of_page)
        met = (
            f"{column} {found[column]:.2f} ≤ {most} {_word(found[column] <= most)}" for column, most in _TARGETS.items()
        )
        errors = sum(len(load.errors) for load in of_page)
        print(f"{name:<22} {', '.join(met)}, errors {errors} {_word(not errors)}")


def _word(met: bool) -> str:
    return "met" if met else "MISSED"


if __name__ == "__main__":
    main()
