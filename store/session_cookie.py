"""Where a browser keeps the token of its session."""

from typing import Final

SESSION_COOKIE: Final = "serapan_sesi"
"""Name of the cookie; where the browser speaks https, `routes/host_cookies.py` lengthens it."""
