"""What a page shows, read from the browser, and what of it a test has accounted for."""

import re
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page

from budget.wording.language import in_language
from budget.wording.translation import gettext

FIGURES: Final = """
root => [...document.querySelectorAll(`${root} data`)].map(one => ({
  value: one.getAttribute("value"),
  text: one.textContent,
  title: one.title,
  place: one.closest("dl, ul, table, details, p")?.className.split(" ")[0] ?? "",
}))
"""
"""Every figure below an element, in the page's order."""

HEADLINE: Final = "() => document.querySelector('h1').textContent"

_ROWS: Final = """
([area, row, cell]) => {
  const words = one => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll("br").forEach(br => br.replaceWith(" "));
    return copy.textContent;
  };
  const figure = one => [one.getAttribute("value"), one.textContent, one.title];
  const areas = [...document.querySelectorAll(`#root ${area}`)];
  areas.forEach(one => one.setAttribute("data-seen", ""));
  return areas.flatMap(one => [...one.querySelectorAll(row)]).map(row => [...row.querySelectorAll(cell)].map(cell => ({
    text: words(cell).replace(/[ \\n]+/g, " ").trim(),
    figures: (cell.matches("data") ? [cell] : [...cell.querySelectorAll("data")]).map(figure),
    href: (cell.closest("a") ?? cell.querySelector("a"))?.getAttribute("href") ?? "",
    title: cell.title,
  })));
}
"""

_REST: Final = """
() => {
  const ours = "[data-seen], .sp-checkpoint, .sp-filters, .sp-share, .sp-footer, .sp-nav";
  const aside = `${ours}, [data-testid=stPlotlyChart], script, style`;
  const figures = [...document.querySelectorAll("#root data")].filter(one => !one.closest("[data-seen]"));
  const walker = document.createTreeWalker(document.querySelector("[data-testid=stMain]"), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(aside)) words.push(walker.currentNode.data);
  return [figures.map(one => one.outerHTML), words.join(" ")];
}
"""


@dataclass(frozen=True)
class Cell:
    """A cell of a table, or what does its work in a list.

    Attributes:
        text: All its words.
        figures: (value, words, title) of each figure in it.
        href: Where it, or the first link in it, leads.
        title: Its own.
    """

    text: str
    figures: tuple[tuple[str, str, str], ...]
    href: str
    title: str


def rows(page: Page, area: str, row: str = "tr", cell: str = "th, td") -> list[list[Cell]]:
    """The cells of each row of every element that a selector finds; they count as accounted for.

    Raises:
        AssertionError: There is no such element.
    """
    found: list[list[dict[str, Any]]] = page.evaluate(_ROWS, [area, row, cell])
    assert page.locator(f"#root {area}").count(), area
    return [[Cell(**{**one, "figures": tuple(map(tuple, one["figures"]))}) for one in cells] for cells in found]


def tokens(text: str, language: str) -> list[str]:
    """The amounts of rupiah, percentages and signed points in a text, in order."""
    with in_language(language):
        units = "|".join(map(gettext, ("juta", "miliar", "triliun")))
    number = r"\d(?:[\d.,]*\d)?"
    return re.findall(rf"[+−]?Rp{number}(?: (?:{units}))?|[+−]?{number}\s?%|[+−]\d+(?![.,]?\d)", text)


def counts(text: str, language: str) -> list[int]:
    """The whole numbers in a text that are not its tokens, in order."""
    for token in sorted(tokens(text, language), key=len, reverse=True):
        text = text.replace(token, " ")
    return [int(number) for number in re.findall(r"\d+", text)]


def rest(page: Page, language: str) -> list[str]:
    """The tokens outside of what is accounted for.

    Raises:
        AssertionError: A figure with a value is among them.
    """
    figures, text = page.evaluate(_REST)
    assert figures == []
    return tokens(text, language)
