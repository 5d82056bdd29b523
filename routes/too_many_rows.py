"""A table that a format cannot hold."""


class TooManyRows(Exception):  # noqa: N818  (named by what happened)
    """A table has more rows than a sheet holds.

    Args:
        most: Rows that a sheet holds below its header.
    """

    def __init__(self, most: int) -> None:
        super().__init__(f"A sheet holds {most} rows")
        self.most = most
