"""How wide a bar is."""


def bar_width(part: int | None, whole: int | None) -> str | None:
    """Width of `part` in percent of `whole` for a style attribute, cut at 0 and 100; None without a share."""
    if part is None or not whole:
        return None
    return f"{min(max(part / whole, 0), 1) * 100:.1f}"
