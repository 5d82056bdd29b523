"""Slowing down who tries too often."""

import math
import time
from collections.abc import Callable

_MOST_KEYS = 10_000


class Throttle:
    """Token buckets in this process: a few tries at once, then one every so often; nobody is locked out.

    Args:
        burst: Tries at once.
        seconds_per_try: Seconds until one more try is granted.
        clock: Seconds that only grow.
    """

    def __init__(self, burst: int, seconds_per_try: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._seconds_per_try = seconds_per_try
        self._clock = clock
        # For each key the time at which its bucket is full again; who is not here has a full bucket.
        self._full_at: dict[str, float] = {}

    def take(self, key: str) -> int:
        """Takes one try.

        Returns:
            0 where it was granted, else the whole seconds to wait; then nothing was taken.
        """
        now = self._clock()
        full_at = max(self._full_at.get(key, now), now) + self._seconds_per_try
        wait = full_at - now - self._burst * self._seconds_per_try
        if wait > 0:
            return math.ceil(wait)
        self._full_at[key] = full_at
        self._forget(now)
        return 0

    def give_back(self, key: str) -> None:
        """Gives back a try that turned out to be none, such as a sign-in that fits."""
        if key in self._full_at:
            self._full_at[key] -= self._seconds_per_try

    def _forget(self, now: float) -> None:
        if len(self._full_at) <= _MOST_KEYS:
            return
        self._full_at = {key: full_at for key, full_at in self._full_at.items() if full_at > now}
        while len(self._full_at) > _MOST_KEYS * 9 // 10:
            # All are waiting still: the oldest entries go, so that memory stays bounded under a flood.
            del self._full_at[next(iter(self._full_at))]
