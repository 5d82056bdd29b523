"""Numbers, months and gaps in words, Indonesian."""
