"""The sources of funds."""

SUMBER_DANA = ("RM", "PNBP", "PLN", "PDN", "HLN", "HDN", "HLD")
"""Codes a person may declare: rupiah murni, own revenue, loans, and grants (HLD: direct domestic
grant, which is where a pilkada grant is booked)."""

TIDAK_DIRINCI = "tidak dirinci"
"""The export does not say; grants may be included."""

HIBAH = frozenset({"HLN", "HDN", "HLD"})
"""Grants: never in one rate with APBN money."""
