"""Parts beside each other."""

from collections.abc import Iterator

from views.screen import Part


def beside(left: str, right: tuple[Part, ...]) -> Iterator[Part]:
    """HTML on the left and parts on the right of it, one below the other on a phone.

    A float instead of Streamlit's columns, each of which would cost every viewer three more messages.

    Args:
        left: What floats.
        right: HTML and at most one chart between.
    """
    yield f'<div class="sp-left">{left}</div>'
    for part in right:
        yield f'<div class="sp-right">{part}</div>' if isinstance(part, str) else part
    yield '<div class="sp-below"></div>'
