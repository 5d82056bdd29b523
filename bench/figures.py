"""What one measurement gave."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """What one measurement gave; times in seconds.

    Attributes:
        loads: Time of each load.
        firsts: Of each load, the time until the first answer was there.
        elapsed: Of the whole.
        cpu: CPU time of the server.
        viewers_cpu: CPU time of the viewers.
    """

    loads: Sequence[float]
    firsts: Sequence[float]
    elapsed: float
    cpu: float
    viewers_cpu: float

    @property
    def rate(self) -> float:
        """Page loads per second."""
        return len(self.loads) / self.elapsed

    @property
    def cpu_per_load(self) -> float:
        """Server's CPU seconds per load."""
        return self.cpu / len(self.loads)

    @property
    def p95(self) -> float:
        """The load time that 95 % of the loads stayed below."""
        return _percentile(self.loads, 0.95)

    def row(self) -> str:
        """Figures as a row of a table, times in milliseconds, CPU times as shares of the whole time."""
        times = (_percentile(self.firsts, 0.5), _percentile(self.loads, 0.5), self.p95, self.cpu_per_load)
        shown = "".join(f"{number * 1e3:>10.1f}" for number in times)
        shares = "".join(f"{used / self.elapsed:>8.0%}" for used in (self.cpu, self.viewers_cpu))
        return f"{len(self.loads):>6}{self.rate:>9.1f}{shown}{shares}"

    @staticmethod
    def head() -> str:
        """The heads of `row`."""
        names = ("loads/s", "first p50", "p50 ms", "p95 ms", "CPU ms", "server", "viewers")
        widths = (9, 10, 10, 10, 10, 8, 8)
        return f"{'loads':>6}" + "".join(f"{name:>{width}}" for name, width in zip(names, widths, strict=True))


def _percentile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
