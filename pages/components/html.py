"""HTML on the page."""

import streamlit as st

from pages.components.render import render


def html(template: str, **facts: object) -> None:
    """Draws a template of `pages/components/templates/`; every fact is escaped."""
    st.html(render(template, **facts))
