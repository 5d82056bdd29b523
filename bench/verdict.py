"""Figures against the targets."""

from collections.abc import Iterator
from typing import Final

from bench.results import Results

_OVER: Final = {"datasette": 1.3, "dash": 3.0}
_P95: Final = 1.0
_MEMORY: Final = 0.3
_NATIONAL: Final = 1.5


def verdict(results: Results, viewers: list[int], pages: list[str]) -> Iterator[str]:
    """A line per target that was measured.

    Args:
        results: Figures of all rounds.
        viewers: Numbers of viewers.
        pages: Names of our pages.
    """
    for page in pages:
        for count in viewers:
            rate, cpu, ours = f"loads/s@{count}", f"CPU ms@{count}", ("ours", page)
            for peer, target in _OVER.items():
                times, by_cpu = results.ratio(rate, ours, (peer, None)), results.ratio(cpu, (peer, None), ours)
                if times and by_cpu:
                    words = f"loads/s at {count}, times {peer} (by CPU {by_cpu:.2f})"
                    yield _line(page, words, times, target, most=False)
            national = results.ratio(rate, ours, ("national", page))
            if national:
                yield _line(page, f"national: time per load at {count}, times", national, _NATIONAL, most=True)
        for server in ("ours", "national"):
            p95 = results.median(server, f"p95 s@{max(viewers)}", page)
            if p95 is not None:
                yield _line(page, f"{server}: p95 at {max(viewers)} viewers, s", p95, _P95, most=True)
            memory = results.median(server, "MB/session", page)
            if memory is not None:
                yield _line(page, f"{server}: memory per session, MB", memory, _MEMORY, most=True)


def _line(page: str, what: str, value: float, target: float, *, most: bool) -> str:
    met = value <= target if most else value >= target
    return f"{page:<10} {what:<52} {value:>8.2f}  {'≤' if most else '≥'} {target:<4} {'met' if met else 'MISSED'}"
