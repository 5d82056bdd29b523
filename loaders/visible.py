"""Text without what nobody sees."""

import re

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Text without control characters, those of no width, and those that turn the direction of writing.

    What is shown is what is there. Tab, line feed, carriage return and the no-break space stay.
    """
    return text if text.isprintable() else _UNSEEN.sub("", text)
