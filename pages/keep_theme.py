"""Less work for each viewer."""

from functools import cache

from streamlit import config


def keep_theme() -> None:
    """Makes Streamlit look its theme up once.

    For each viewer it goes through all its options six times, a tenth of what a page costs; the options of a running
    server do not change.
    """
    config.get_options_for_section = cache(config.get_options_for_section)
