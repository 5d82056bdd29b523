"""The province that is shown."""

from typing import Final

PROVINCE: Final = "35"
"""Kemendagri code of the province whose units are shown."""

PROVINCE_NAME: Final = "KPU di Jawa Timur"
