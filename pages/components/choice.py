"""A choice that is part of the address."""

from collections.abc import Mapping

import streamlit as st


def choice(label: str, options: Mapping[str, str], *, key: str, default: str, width: int) -> str:
    """Draws a select box whose value stands in the address under `key`, as a plain code in any language.

    The address leads: opening it, or going back and forward, sets the box; choosing sets the address.

    Args:
        label: What is chosen.
        options: Words by code.
        key: Name in the address.
        default: Code that holds while the address names none that is on offer.
        width: Pixels.

    Returns:
        The code chosen.
    """
    asked = st.query_params.get(key)
    state = f"choice-{key}"
    st.session_state[state] = asked if asked in options else default

    def remember() -> None:
        st.query_params[key] = st.session_state[state]

    return st.selectbox(
        label, list(options), format_func=options.__getitem__, key=state, on_change=remember, width=width
    )
