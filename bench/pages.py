"""How many page loads a second: ours beside a Datasette table page and a Dash page of the same content.

A page load is what a new viewer causes: the addresses that the page fetches, without scripts and styles, and for ours
the Streamlit session until its script has finished. The servers share one core, of which those that wait take nothing;
the viewers have the other. How much of it either used is shown: the server should use all (else the machine is busy
with other things), the viewers far less. By turns of a few seconds, in many rounds, since a machine is not always
equally fast: shown are medians, and medians of each round's ratios. `bench/national.py` makes the whole country's
database.
Use: `make bench`, or `.venv/bin/python bench/pages.py [--rounds 7]`.
"""

import argparse
import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import uvloop

from bench.export_units import export_units
from bench.figures import Figures
from bench.national import NATIONAL
from bench.page import Page
from bench.results import Results
from bench.running import Running
from bench.sample_database import sample_database
from bench.served import served
from bench.server import Server
from bench.servers import servers
from bench.session_memory import session_memory
from bench.steady import steady
from bench.verdict import verdict
from bench.visit import Part, visit

_MOST_VIEWERS = 200
_MOST_SECONDS = 60
_OURS = ("ours", "national")
_NAMES = (*_OURS, "datasette", "dash", "datasette-plain", "naive")


def _loads(name: str, running: Running, page: Page, options: argparse.Namespace, results: Results) -> None:
    parts: tuple[Part, ...] = ("first answer", "the rest") if page.session else ()
    for count, part in [
        *((count, "all") for count in options.viewers),
        *((options.viewers[0], part) for part in parts),
    ]:
        figures = uvloop.run(steady(running, page, count, options.seconds, part))
        print(f"{name + ' ' + page.name:<22} {count:>4} {part:<12} {figures.row()}", flush=True)
        if part != "all":
            results.add(name, page.name, f"{part.split()[-1]}/s@{count}", figures.rate)
            continue
        results.add(name, page.name, f"loads/s@{count}", figures.rate)
        results.add(name, page.name, f"p95 s@{count}", figures.p95)
        results.add(name, page.name, f"CPU ms@{count}", figures.cpu_per_load * 1e3)


def _memory(name: str, server: Server, results: Results) -> None:
    for page in server.pages:
        with served(server, cpu=0) as fresh:
            megabytes = uvloop.run(session_memory(fresh, page))
        print(f"{name + ' ' + page.name:<22} {megabytes:.3f} MB per session", flush=True)
        results.add(name, page.name, "MB/session", megabytes)


def measure(chosen: dict[str, Server], options: argparse.Namespace) -> Results:
    """Measures the servers by turns and prints each figure."""
    results = Results()
    with ExitStack() as until:
        running = {name: until.enter_context(served(server, cpu=0)) for name, server in chosen.items()}
        for name, page in _pages(chosen):
            for _ in range(3):
                first = uvloop.run(visit(running[name].port, page))
            print(f"{name} {page.name}: {first.size / 1e3:.0f} kB a load", flush=True)
        for number in range(1, options.rounds + 1):
            print(f"\nRound {number} of {options.rounds}\n{'':<22} {'viewers':<17} {Figures.head()}", flush=True)
            for name, page in _pages(chosen):
                _loads(name, running[name], page, options, results)
        for name, server in running.items():
            print(f"{name}: {server.megabytes():.0f} MB in all", flush=True)
    for name in set(_OURS) & set(chosen):
        _memory(name, chosen[name], results)
    return results


def _pages(chosen: dict[str, Server]) -> list[tuple[str, Page]]:
    return [(name, page) for name, server in chosen.items() for page in server.pages]


def main() -> None:
    """Reads the options; counts and times are bounded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--servers", nargs="+", choices=_NAMES, default=_NAMES[:4])
    parser.add_argument("--viewers", type=int, nargs="+", default=[10, 100], help=f"at most {_MOST_VIEWERS}")
    parser.add_argument("--seconds", type=float, default=3, help=f"per figure, at most {_MOST_SECONDS}")
    parser.add_argument("--rounds", type=int, default=7, choices=range(1, 20))
    options = parser.parse_args()
    if not 0 < options.seconds <= _MOST_SECONDS or not all(0 < count <= _MOST_VIEWERS for count in options.viewers):
        parser.error(f"--viewers up to {_MOST_VIEWERS}, --seconds up to {_MOST_SECONDS}")
    if "national" in options.servers and not NATIONAL.exists():
        parser.error("the country's database is not there: .venv/bin/python bench/national.py")
    # So that a SIGTERM, too, ends the server under measurement.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    os.sched_setaffinity(0, {1} if (os.cpu_count() or 1) > 1 else {0})
    with tempfile.TemporaryDirectory() as folder:
        sample, units = sample_database(), Path(folder) / "units.sqlite"
        export_units(f"sqlite:///{sample}", units)
        every = servers(sample, NATIONAL, units)
        results = measure({name: every[name] for name in options.servers}, options)
    print(f"\nMedians of {options.rounds}", *results.table(), sep="\n")
    print("\nTargets", *verdict(results, options.viewers, [page.name for page in every["ours"].pages]), sep="\n")


if __name__ == "__main__":
    main()
