"""What a unit's budget is made of."""

SHARES = {
    2024: {"51": 0.032, "52": 0.958, "53": 0.010},
    2025: {"51": 0.45, "52": 0.53, "53": 0.02},
    2026: {"51": 0.41, "52": 0.555, "53": 0.035},
}
"""Share of each jenis belanja in a unit's RM pagu, by year."""
