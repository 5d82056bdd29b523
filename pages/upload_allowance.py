"""How much one person may have under upload."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from pages.upload_refused import UploadRefused

MOST_FILES: Final = 100
_MOST_BYTES: Final = 800 * 2**20

UploadedFile = tuple[str, str]
"""Streamlit's ids of the session that holds a file, and of the file."""


@dataclass(eq=False)
class _UnderWay:
    declared: int
    received: int = 0

    @property
    def size(self) -> int:
        return max(self.declared, self.received)


@dataclass
class _Account:
    files: dict[UploadedFile, int] = field(default_factory=dict)
    under_way: list[_UnderWay] = field(default_factory=list)


class UploadAllowance:
    """Counts the files and bytes of each account that are held here or under way: a batch of 39 at their largest fits.

    What a page gave back, or Streamlit threw away with a session, counts no more: before each upload it is asked.

    Args:
        size_of: Bytes of a file that is held, None where it is not.
        most_files: So many.
        most_bytes: So many, in all.
    """

    def __init__(
        self,
        size_of: Callable[[UploadedFile], int | None],
        most_files: int = MOST_FILES,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        self._size_of = size_of
        self._most_files = most_files
        self._most_bytes = most_bytes
        self._accounts: defaultdict[int, _Account] = defaultdict(_Account)

    @contextmanager
    def upload(self, account_id: int, file: UploadedFile, declared: int) -> Iterator[Callable[[int], None]]:
        """Counts one upload while it is under way.

        Args:
            account_id: Whose it is.
            file: Where it goes.
            declared: Bytes that the request says it has; 0 where it does not say.

        Yields:
            What is to be told of each part that came, in bytes; it raises as this does.

        Raises:
            UploadRefused: It does not fit in.
        """
        account = self._accounts[account_id]
        account.files = {held: size for held in account.files if (size := self._size_of(held)) is not None}
        if len(account.files) + len(account.under_way) >= self._most_files:
            raise UploadRefused(
                429,
                f"Sudah ada {self._most_files} berkas Anda di sini, dan lebih tidak dapat. "
                "Ajukan dahulu yang sudah terbaca, lalu muat ulang halaman.",
            )
        upload = _UnderWay(declared)
        account.under_way.append(upload)

        def come(part: int) -> None:
            upload.received += part
            if sum(account.files.values()) + sum(one.size for one in account.under_way) > self._most_bytes:
                raise UploadRefused(
                    413,
                    f"Berkas Anda di sini bersama-sama melebihi {self._most_bytes // 2**20} MB. "
                    "Ajukan dahulu yang sudah terbaca, lalu muat ulang halaman.",
                )

        try:
            come(0)
            yield come
            account.files[file] = upload.received
        finally:
            account.under_way.remove(upload)
