"""Levels of the budget in words."""

from budget.wording.translation import gettext as _


def level_words(level: str) -> str:
    """A level of `budget.lines.LEVELS` in the reader's language, e.g. `Program`."""
    return {
        "program": _("Program"),
        "kegiatan": _("Kegiatan"),
        "kro": _("KRO"),
        "ro": _("RO"),
        "komponen": _("Komponen"),
        "subkomponen": _("Subkomponen"),
        "akun": _("Akun"),
    }[level]
