"""A file as somebody gave it."""

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True)
class Upload:
    """A file as somebody gave it, before anything has looked into it.

    Attributes:
        name: The file's name, without folders; never used to recognise the format.
        content: All bytes of the file.
        sha256: Hexadecimal digest of the bytes; the identity of the upload.
    """

    name: str
    content: bytes = field(repr=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256(self.content).hexdigest())
