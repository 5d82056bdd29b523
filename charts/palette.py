"""The colours of pages and charts."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Palette:
    """The colours of one theme; `docs/design.md` says what each is for, and tests prove their contrast.

    Attributes:
        paper: Ground of the page.
        card: Ground of what lies on it: notices, fields.
        ink: Text.
        muted: Text of notes.
        rule: Hairlines.
        edge: Edge of what can be filled in or chosen.
        accent: Links, and money spent.
        near: Within 5 points of the target.
        ahead_1: Ahead of the target, weakest shade; then 2 and 3.
        behind_1: Behind the target, weakest shade; then 2 and 3.
        on_strong: Text on the strongest shades.
        ahead_text: Text about being ahead.
        behind_text: Text about being behind.
        bar: A bar that is neither ahead nor behind.
        track: What a bar runs on.
        band: A stage of an election.
        wrong: Arithmetic that does not hold.
        notice: Ground of the notice that figures are invented.
        notice_rule: Its edge.
        good: Ground of what went well.
        good_rule: Its edge.
    """

    paper: str
    card: str
    ink: str
    muted: str
    rule: str
    edge: str
    accent: str
    near: str
    ahead_1: str
    ahead_2: str
    ahead_3: str
    behind_1: str
    behind_2: str
    behind_3: str
    on_strong: str
    ahead_text: str
    behind_text: str
    bar: str
    track: str
    band: str
    wrong: str
    notice: str
    notice_rule: str
    good: str
    good_rule: str

    def css(self) -> str:
        """The colours as custom properties of CSS, `--sp-paper` and so on."""
        return "".join(f"--sp-{name.replace('_', '-')}:{value};" for name, value in vars(self).items())


LIGHT: Final = Palette(
    paper="#FBFAF7",
    card="#FFFFFF",
    ink="#1D1C1A",
    muted="#5F5B54",
    rule="#DDD8CC",
    edge="#857E72",
    accent="#7A1F2B",
    near="#E4E1D8",
    ahead_1="#BBD0E8",
    ahead_2="#86AAD6",
    ahead_3="#1F5FA8",
    behind_1="#F0CAAA",
    behind_2="#DC9D70",
    behind_3="#B34E14",
    on_strong="#FFFFFF",
    ahead_text="#1F5FA8",
    behind_text="#9A4210",
    bar="#857E72",
    track="#EDE8DF",
    band="#8A7F68",
    wrong="#B00020",
    notice="#FFF3D6",
    notice_rule="#A67908",
    good="#EEF5EF",
    good_rule="#2E7D4F",
)

DARK: Final = Palette(
    paper="#181715",
    card="#22201D",
    ink="#ECE8E0",
    muted="#ABA59A",
    rule="#3B3833",
    edge="#8F887B",
    accent="#F0A3AC",
    near="#3A3732",
    ahead_1="#27405C",
    ahead_2="#2F5C8F",
    ahead_3="#8FC1F5",
    behind_1="#58351D",
    behind_2="#8A4A1B",
    behind_3="#F5A770",
    on_strong="#181715",
    ahead_text="#8FC1F5",
    behind_text="#F5A770",
    bar="#8F887B",
    track="#2C2A26",
    band="#B9AE96",
    wrong="#FF8A94",
    notice="#3A2F14",
    notice_rule="#D4A017",
    good="#1E2E23",
    good_rule="#5FB884",
)

PALETTES: Final = {"light": LIGHT, "dark": DARK}
