"""Which units of the sample have a withdrawal plan."""

PLAN_UNITS = {
    "657825": True,
    "657935": True,
    "657782": True,
    "657668": True,
    "657867": True,
    "657722": True,
    "657778": False,
    "657701": True,
    "657832": False,
    "657998": False,
    "657942": True,
    "657981": True,
}
"""Satker codes of Jawa Timur, and whether the plan is broken down by jenis belanja."""
