"""How a unit's lines are spent through a year."""

import numpy as np
from numpy.typing import NDArray

from samples.budget_line import BudgetLine
from samples.pace import Pace

Amounts = NDArray[np.float64]

_SPREAD = {"gaji": 0.03, "bulanan": 0.12, "rutin": 0.45, "kegiatan": 1.1, "modal": 1.3}
_SHAPE = {"gaji": 4_000.0, "bulanan": 60.0, "rutin": 5.0, "kegiatan": 0.55, "modal": 0.12}
_SEASON = {
    "gaji": (1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1),
    "bulanan": (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1),
    "rutin": (0.4, 0.8, 1, 1, 1, 1, 1, 1, 1.1, 1, 1.2, 2.2),
    "kegiatan": (0.15, 0.6, 0.8, 0.9, 1.1, 1.3, 1.1, 1, 1.4, 1, 1.3, 3.2),
    "modal": (0, 0.1, 0.3, 0.5, 0.8, 1, 0.8, 1.2, 1.6, 0.8, 1.6, 3),
}
_PILKADA = (0.3, 0.8, 0.8, 0.6, 0.9, 1.2, 1.1, 1.2, 1.6, 1.2, 2.1, 1.7)
_GRANT_LEFT = (0.25, 0.35, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def spend(
    random: np.random.Generator,
    lines: tuple[BudgetLine, ...],
    pagu: Amounts,
    paces: dict[str, Pace],
    *,
    starts: NDArray[np.int64],
    tahun: int,
    sumber_dana: str,
) -> Amounts:
    """Spends each line month by month so that each jenis belanja keeps its pace.

    Args:
        random: The unit's own source of chance.
        lines: The unit's lines.
        pagu: Each line's last pagu of the year, rupiah.
        paces: Pace by jenis belanja.
        starts: First month (0–11) of each line.
        tahun: Budget year.
        sumber_dana: `RM` or `HLD`.

    Returns:
        Lines × 12 months, spent from January to the end of the month, rupiah, never above pagu.
    """
    pola = [line.pola for line in lines]
    jenis = np.array([line.path[-1][:2] for line in lines])
    season = np.array([_SEASON[name] for name in pola], dtype=np.float64)
    if sumber_dana == "HLD" and tahun > 2024:
        season[:] = _GRANT_LEFT
    elif tahun <= 2024:
        season[[name not in ("gaji", "bulanan") for name in pola]] = _PILKADA
    shape = np.array([_SHAPE[name] for name in pola])[:, None]
    weights = season * random.gamma(shape, 1 / shape, size=season.shape)
    weights[np.arange(12)[None, :] < starts[:, None]] = 0
    first, last = _shares(weights[:, :9], season[:, :9]), _shares(weights[:, 9:], season[:, 9:])
    spread = random.normal(0, 1, len(lines)) * [_SPREAD[name] for name in pola]
    september, december = np.zeros(len(lines)), np.zeros(len(lines))
    for code, pace in paces.items():
        own = jenis == code
        if own.any():
            september[own] = _rates(pagu[own], spread[own], pace.september)
            december[own] = september[own] + (1 - september[own]) * (pace.december - pace.september) / (
                1 - pace.september
            )
    parts = np.concatenate([first * september[:, None], last * (december - september)[:, None]], axis=1)
    spent: Amounts = pagu[:, None] * np.minimum(np.cumsum(parts, axis=1), 1)
    return spent


def _shares(weights: Amounts, season: Amounts) -> Amounts:
    safe = np.where(weights.sum(axis=1, keepdims=True) > 1e-9, weights, season + 1e-12)
    shares: Amounts = safe / safe.sum(axis=1, keepdims=True)
    return shares


def _rates(pagu: Amounts, spread: Amounts, wanted: float) -> Amounts:
    low, high = -12.0, 12.0
    for _ in range(40):
        middle = (low + high) / 2
        if pagu @ (1 / (1 + np.exp(-middle - spread))) < wanted * pagu.sum():
            low = middle
        else:
            high = middle
    rates: Amounts = 1 / (1 + np.exp(-low - spread))
    return rates
