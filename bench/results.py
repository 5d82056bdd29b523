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
        found = self._rounds(measure, server, page)
        return statistics.median(found) if found else None

    def _rounds(self, measure: str, server: str, page: str | None) -> list[float]:
        found = (values for key, values in self.values.items() if key in {(server, page or key[1], measure)})
        return next(found, [])

    def ratio(self, measure: str, over: tuple[str, str | None], under: tuple[str, str | None]) -> float | None:
        """Median of each round's ratio of two servers' figures, so that a machine's slow minutes are in both.

        Args:
            measure: Of what.
            over: Server and page (None for its first) of the numerator.
            under: Of the denominator.

        Returns:
            None where one of them was not measured.
        """
        pairs = zip(self._rounds(measure, *over), self._rounds(measure, *under), strict=False)
        found = [one / other for one, other in pairs]
        return statistics.median(found) if found else None

    def table(self) -> list[str]:
        """A line per server and page with the medians of all measures."""
        measures = list(dict.fromkeys(measure for _, _, measure in self.values))
        lines = [f"{'':<22}" + "".join(f"{measure:>13}" for measure in measures)]
        for server, page in dict.fromkeys(key[:2] for key in self.values):
            medians = (self.median(server, measure, page) for measure in measures)
            shown = "".join(f"{'' if value is None else f'{value:.4g}':>13}" for value in medians)
            lines.append(f"{server + ' ' + page:<22}{shown}")
        return lines
