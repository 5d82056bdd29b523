"""Numbers, dates and sentences in the reader's language, Indonesian where none is chosen."""
