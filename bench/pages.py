"""How many page loads a second: ours against a plain Streamlit page with the same content.

A page load is a new session over Streamlit's websocket until the script has finished and every element has
arrived. The server has one core, the viewers the other, so the figure is the server's; both serve the same
database, by turns, in one run. Use: `.venv/bin/python bench/pages.py [--database sqlite:////path]`.
"""

import argparse
import asyncio
import os
import signal
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.page_load import page_load
from bench.served import ROOT, Served, served

_MOST_VIEWERS = 200
_MOST_SECONDS = 60


@dataclass(frozen=True)
class Figures:
    """What one round gave; times in seconds."""

    loads: list[float]
    elapsed: float
    cpu: float

    @property
    def rate(self) -> float:
        """Page loads per second."""
        return len(self.loads) / self.elapsed

    def percentile(self, part: float) -> float:
        """The load time that `part` of the loads stayed below."""
        ordered = sorted(self.loads)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


async def steady(server: Served, viewers: int, seconds: float, page: str, query: str) -> Figures:
    """So many viewers, each of whom opens the page again as soon as it is there, until time is over."""
    loads: list[float] = []
    cpu, began = server.cpu_seconds(), time.perf_counter()
    end = began + seconds

    async def viewer() -> None:
        while time.perf_counter() < end:
            loads.append((await page_load(server.port, page, query)).seconds)

    await asyncio.gather(*(viewer() for _ in range(viewers)))
    return Figures(loads, time.perf_counter() - began, server.cpu_seconds() - cpu)


async def burst(server: Served, viewers: int, page: str, query: str) -> Figures:
    """So many viewers at once, each of whom opens the page once."""
    cpu, began = server.cpu_seconds(), time.perf_counter()
    loads = await asyncio.gather(*(page_load(server.port, page, query) for _ in range(viewers)))
    return Figures([load.seconds for load in loads], time.perf_counter() - began, server.cpu_seconds() - cpu)


def row(name: str, what: str, figures: Figures) -> str:
    """One line of the table."""
    count = len(figures.loads)
    return (
        f"{name:<6} {what:<22} {count:>6} {figures.rate:>9.1f} {figures.percentile(0.5) * 1e3:>9.0f} "
        f"{figures.percentile(0.95) * 1e3:>9.0f} {figures.cpu / count * 1e3:>9.1f} {figures.elapsed:>8.2f}"
    )


def measure(database: str, viewers: list[int], seconds: float, page: str, query: str, rounds: int) -> None:
    """Runs both servers by turns and prints the table."""
    rates: dict[tuple[str, str], list[float]] = {}
    times: dict[tuple[str, str], list[float]] = {}
    head = (
        f"{'server':<6} {'what':<22} {'loads':>6} {'loads/s':>9} {'p50 ms':>9} {'p95 ms':>9} {'CPU ms':>9} {'all s':>8}"
    )
    for number in range(1, rounds + 1):
        print(f"\nRound {number} of {rounds}\n{head}", flush=True)
        for name in ("naive", "ours"):
            # The plain page has one file and no addresses of its own.
            own_page, own_query = (page, query) if name == "ours" else ("", "")
            with served(name, database, cpu=0) as server:
                for _ in range(3):
                    first = asyncio.run(page_load(server.port, own_page, own_query))
                print(f"{name:<6} one load: {first.deltas} deltas, {first.size / 1e3:.0f} kB", flush=True)
                for count in viewers:
                    what = f"{count} viewers, {seconds:g} s"
                    figures = asyncio.run(steady(server, count, seconds, own_page, own_query))
                    rates.setdefault((what, name), []).append(figures.rate)
                    times.setdefault((what, name), []).append(figures.percentile(0.95))
                    print(row(name, what, figures), flush=True)
                what = f"{max(viewers)} at once"
                figures = asyncio.run(burst(server, max(viewers), own_page, own_query))
                times.setdefault((what, name), []).append(figures.elapsed)
                print(row(name, what, figures), f"  {server.megabytes():.0f} MB", flush=True)
    print(f"\nMedian of {rounds}")
    for what in dict.fromkeys(what for what, _ in times):
        if (what, "ours") in rates:
            ours, naive = (statistics.median(rates[what, name]) for name in ("ours", "naive"))
            print(f"{what:<22} ours {ours:8.1f} loads/s   naive {naive:6.1f} loads/s   ratio {ours / naive:6.1f}")
        else:
            ours, naive = (statistics.median(times[what, name]) for name in ("ours", "naive"))
            print(f"{what:<22} ours {ours:8.2f} s         naive {naive:6.2f} s         ratio {naive / ours:6.1f}")


def main() -> None:
    """Reads the options; counts and times are bounded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = f"sqlite:///{ROOT / 'var' / 'serapan.sqlite'}"
    parser.add_argument("--database", default=os.environ.get("SERAPAN_DATABASE_URL", default), help="URL")
    parser.add_argument("--viewers", type=int, nargs="+", default=[10, 100], help=f"at most {_MOST_VIEWERS}")
    parser.add_argument("--seconds", type=float, default=10, help=f"per figure, at most {_MOST_SECONDS}")
    parser.add_argument("--page", default="", help="the page's url_path; empty for the first page")
    parser.add_argument("--query", default="", help="query string without ?")
    parser.add_argument("--rounds", type=int, default=2, choices=range(1, 6))
    options = parser.parse_args()
    if not 0 < options.seconds <= _MOST_SECONDS or not all(0 < count <= _MOST_VIEWERS for count in options.viewers):
        parser.error(f"--viewers up to {_MOST_VIEWERS}, --seconds up to {_MOST_SECONDS}")
    # So that a SIGTERM, too, ends the server under measurement.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    os.sched_setaffinity(0, {1} if (os.cpu_count() or 1) > 1 else {0})
    measure(options.database, options.viewers, options.seconds, options.page, options.query, options.rounds)


if __name__ == "__main__":
    main()
