"""Less work for each viewer."""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


def keep_theme() -> None:
    """Makes Streamlit look its theme up once.

    For each viewer it goes through all its options six times, a tenth of what a page costs; the options of a running
    server do not change.
    """
    populate = app_session._populate_theme_msg

    @cache
    def made(section: str) -> CustomThemeConfig:
        theme = CustomThemeConfig()
        populate(theme, section)
        return theme

    def copy(msg: CustomThemeConfig, section: str = "theme") -> None:
        # An empty one would count as a theme that was set.
        if made(section).ByteSize():
            msg.MergeFrom(made(section))

    app_session._populate_theme_msg = copy
