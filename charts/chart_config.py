"""The controls of a chart."""

from typing import Any

from budget.wording.language import language
from budget.wording.translation import gettext as _


def chart_config(name: str) -> dict[str, Any]:
    """Plotly's options: one button, which saves the chart as a picture, in the reader's words.

    Args:
        name: File name of the picture, without the ending.
    """
    words = {
        "Download plot as a PNG": _("Simpan grafik sebagai gambar (PNG)"),
        "Preparing image - this may take a few seconds": _("Gambar sedang dibuat"),
        "Image download succeeded": _("Gambar tersimpan"),
        "Sorry, there was a problem downloading your image!": _("Gambar gagal dibuat"),
    }
    return {
        "displaylogo": False,
        "scrollZoom": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"filename": name, "scale": 2, "format": "png"},
        "locale": language(),
        "locales": {language(): {"dictionary": words}},
    }
