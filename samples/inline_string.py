"""The inside of an inline string cell."""


def inline_string(text: str) -> str:
    """The inside of an inline string cell."""
    return f'<is><r>\n<t xml:space="preserve">{text}</t></r>\n</is>'
