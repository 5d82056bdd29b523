"""From a spreadsheet to a draft: pure functions, no database, no Streamlit, no clock."""
