"""How public a piece of information is."""

from enum import StrEnum


class Classification(StrEnum):
    """How public a piece of information is by law (UU 14/2008 Pasal 9, 10, 11 and 17; PerKI 1/2021)."""

    BERKALA = "berkala"
    SERTA_MERTA = "serta-merta"
    SETIAP_SAAT = "setiap saat"
    DIKECUALIKAN = "dikecualikan"
