from pages.navigation import show  # noqa: D100  (one line: Streamlit compiles this file again for the first viewer)

show()
