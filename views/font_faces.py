"""The fonts of the pages, as CSS."""

from typing import Final

from views.font import Font

_SERIF, _SANS = (1.036, 0.335), (1.000, 0.326)
"""Ascent and descent of the two fonts, in shares of the font's size."""

_STAND_INS: Final = (
    ("Serapan Serif 1", 600, _SERIF, 0.794, ("Georgia Bold", "Georgia-Bold", "Gelasio Bold")),
    ("Serapan Serif 2", 600, _SERIF, 0.815, ("Noto Serif Bold", "NotoSerif-Bold")),
    (
        "Serapan Serif 3",
        600,
        _SERIF,
        0.943,
        ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"),
    ),
    ("Serapan Sans 1", 400, _SANS, 0.941, ("Roboto", "Roboto-Regular")),
    ("Serapan Sans 1", 600, _SANS, 0.953, ("Roboto Bold", "Roboto-Bold")),
    ("Serapan Sans 2", 400, _SANS, 0.932, ("Arial", "Helvetica", "Liberation Sans")),
    ("Serapan Sans 2", 600, _SANS, 0.902, ("Arial Bold", "Arial-BoldMT", "Helvetica Bold", "Liberation Sans Bold")),
)
"""What stands in until a font has come: its name, weight, height, how wide it is made for lines to break where they
will break (measured on the sentences of the first page), and what it is called on Windows, Android, macOS and Linux."""


def font_faces() -> str:
    """Declares the fonts, and what stands in for them until they have come."""
    serif, sans = Font.all()
    # Under Streamlit's name too, else it fetches its own (0.2 MB) before it knows which to use.
    own = [_own(serif, serif.family), _own(sans, sans.family), _own(sans, "Source Sans")]
    return "".join([*own, *(_stand_in(*stand_in) for stand_in in _STAND_INS)])


def _own(font: Font, name: str) -> str:
    return (
        f'@font-face{{font-family:"{name}";src:url({font.address}) format("woff2");'
        "font-weight:100 900;font-display:swap}"
    )


def _stand_in(name: str, weight: int, height: tuple[float, float], width: float, called: tuple[str, ...]) -> str:
    ascent, descent = (share / width for share in height)
    places = ",".join(f'local("{one}")' for one in called)
    return (
        f'@font-face{{font-family:"{name}";src:{places};font-weight:{weight};size-adjust:{width:.1%};'
        f"ascent-override:{ascent:.1%};descent-override:{descent:.1%};line-gap-override:0%}}"
    )
