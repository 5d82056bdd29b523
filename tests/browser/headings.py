"""Whether a part of a page stands there twice, if only for a moment while it is drawn anew."""

_WATCH = """() => {
  window.headingsSeenTwice = new Set();
  new MutationObserver(() => {
    const seen = new Set();
    for (const { textContent } of document.querySelectorAll("h2")) {
      if (seen.has(textContent)) headingsSeenTwice.add(textContent);
      seen.add(textContent);
    }
  }).observe(document.body, { childList: true, subtree: true });
}"""


def watch_headings(page):
    """Looks at the headings of the page from now on, at every change."""
    page.evaluate(_WATCH)


def seen_twice(page):
    """Headings that stood there twice since `watch_headings`."""
    return page.evaluate("[...headingsSeenTwice]")
