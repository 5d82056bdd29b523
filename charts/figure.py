"""What a chart is."""

from typing import Any

Figure = dict[str, Any]
"""A Plotly figure as plain values (`data`, `layout`): drawn as it is, without the cost of Plotly's
own classes."""
