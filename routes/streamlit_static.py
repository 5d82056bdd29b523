"""Where Streamlit's own files for the browser lie."""

import functools
import importlib.util
from pathlib import Path


@functools.cache
def streamlit_static() -> Path:
    """The folder whose `static/` part is served below `/static/`; found without importing Streamlit.

    Raises:
        RuntimeError: Streamlit is not installed.
    """
    spec = importlib.util.find_spec("streamlit")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("Streamlit is not installed")
    return Path(spec.submodule_search_locations[0]) / "static"
