"""An upload that is not taken."""


class UploadRefused(Exception):  # noqa: N818  (named by what happened)
    """An upload that is not taken.

    Attributes:
        status: HTTP status.
        message: Why, and what to do, in Indonesian.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
