"""A server to measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.page import Page


@dataclass(frozen=True)
class Server:
    """A server to measure; it listens on 127.0.0.1 and one core.

    Attributes:
        command: Its start; `{port}` stands for the port.
        ready: Address that answers once it is ready.
        pages: What is asked of it.
        environment: More variables for it.
        apart: It runs in an empty folder that is its home, too, so that it does not find our settings.
    """

    command: Sequence[str]
    ready: str
    pages: tuple[Page, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    apart: bool = False
