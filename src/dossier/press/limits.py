"""How much of a hostile file is unfolded: shared by all that look into PDFs and books."""

import zlib

LARGEST_STREAM = 64 * 2**20
"""Bytes that a stream of a PDF, or a file in a book, may have when it is decompressed."""

LARGEST_TEXT = 2**30
"""Bytes that all of these in one file may have together, where each is searched."""


class TooLargeError(Exception):
    """There are more bytes than are looked at."""


class Allowance:
    """Bytes that may still be unfolded of one file."""

    def __init__(self, left: int = LARGEST_TEXT) -> None:
        self._left = left

    @property
    def most(self) -> int:
        """Bytes that the next piece may have."""
        return min(self._left, LARGEST_STREAM)

    @property
    def is_spent(self) -> bool:
        """Whether nothing may be unfolded any more."""
        return self._left <= 0

    def spend(self, count: int) -> None:
        """Count bytes that were unfolded, kept or not."""
        self._left -= count

    def take(self, data: bytes) -> bytes:
        """``data``, counted.

        Raises
        ------
        TooLargeError
            Where that is more than is left.
        """
        if len(data) > self.most:
            raise TooLargeError(f"it unfolds to more than {self.most:,} bytes")
        self._left -= len(data)
        return data


def inflated(data: bytes, most: int) -> bytes:
    """``data`` decompressed (RFC 1950), at most one byte more than ``most``; as it is where it is not compressed."""
    try:
        return zlib.decompressobj().decompress(data, most + 1)
    except zlib.error:
        return data
