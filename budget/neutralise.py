"""Text that a spreadsheet program must not run."""

import pandas as pd

_FORMULA = r"^\s*[=+\-@\t\r\n\x00]"


def neutralise(frame: pd.DataFrame) -> pd.DataFrame:
    """Puts an apostrophe before text that a spreadsheet program would take for a formula; numbers stay.

    Text counts that begins, after blanks, with `= + - @`, tab, carriage return, line feed or NUL
    (OWASP, CSV injection).
    """
    safe = frame.copy()
    for name in safe.select_dtypes(include=["object", "str"]):
        text = safe[name]
        risky = text.str.match(_FORMULA, na=False)
        if risky.any():
            safe[name] = text.mask(risky, "'" + text)
    return safe
