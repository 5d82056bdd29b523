"""The words of an OM-SPAN block."""

from typing import Final

OMSPAN_FIELDS: Final = {"pagu": "pagu_rp", "realisasi": "realisasi_rp", "sisa": "sisa_rp"}
"""Amount of a budget line by the word of its row."""
