from pages.navigation import navigation  # noqa: D100  (one line: Streamlit compiles this file again for the first viewer)

navigation()
