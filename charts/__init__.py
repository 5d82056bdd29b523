"""A frame in, a Plotly figure out."""
