"""The list of public information."""

from budget.classification import Classification
from budget.public_information import PublicInformation, public_information
from budget.wording.language import language
from budget.wording.translation import gettext as _
from views.asked import CHOICES, Asked
from views.render import render


def public_information_part(asked: Asked) -> str:
    """The Daftar Informasi Publik, all of it or one class, with the control that chooses the class."""
    every = public_information(language())
    kept = [(name, value) for name, value in asked.query().items() if name != "klasifikasi"]
    words = {"semua": _("Semua"), **_classes()}
    return render(
        "public_information.html",
        asked=asked,
        kept=kept,
        options=[(code, words[code]) for code in CHOICES["klasifikasi"]],
        entries=[
            (entry, words[entry.klasifikasi], _link(asked, entry))
            for entry in every
            if asked.klasifikasi in {"semua", entry.klasifikasi}
        ],
        number=len(every),
    )


def _link(asked: Asked, entry: PublicInformation) -> str:
    return asked.link(entry.tautan.removeprefix("/"), klasifikasi="semua") if entry.tautan else ""


def _classes() -> dict[str, str]:
    return {
        Classification.BERKALA: _("berkala"),
        Classification.SERTA_MERTA: _("serta-merta"),
        Classification.SETIAP_SAAT: _("setiap saat"),
        Classification.DIKECUALIKAN: _("dikecualikan"),
    }
