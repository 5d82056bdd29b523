"""Figures of all rounds."""

import statistics
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Results:
    """Figures of all rounds, by server, page and measure."""

    values: dict[tuple[str, str, str], list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, server: str, page: str, measure: str, value: float) -> None:
        """Notes a figure of one round."""
        self.values[server, page, measure].append(value)

    def median(self, server: str, measure: str, page: str | None = None) -> float | None:
        """Median of the rounds; of the server's first page where none is named; None where nothing was measured."""
        found = [values for key, values in self.values.items() if (key[0], key[2]) == (server, measure)]
        if page is not None:
            found = [self.values[server, page, measure]] if (server, page, measure) in self.values else []
        return statistics.median(found[0]) if found else None

    def table(self) -> list[str]:
        """A line per server and page with the medians of all measures."""
        measures = list(dict.fromkeys(measure for _, _, measure in self.values))
        lines = [f"{'':<22}" + "".join(f"{measure:>13}" for measure in measures)]
        for server, page in dict.fromkeys(key[:2] for key in self.values):
            medians = (self.median(server, measure, page) for measure in measures)
            shown = "".join(f"{'' if value is None else f'{value:.4g}':>13}" for value in medians)
            lines.append(f"{server + ' ' + page:<22}{shown}")
        return lines
