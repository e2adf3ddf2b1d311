"""Where in a book's chapter a judge's line is: by the ids that stand before it."""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

_MOST = 50_000_000
"""The largest chapter that is looked into, in bytes."""


def ids_before(book: Path, chapter: str, line: int, column: int = 0) -> tuple[str, ...]:
    """The ids of the elements that begin at or before a position, the nearest first; none where that cannot be told.

    Parameters
    ----------
    book:
        The EPUB.
    chapter:
        Path of one of its files.
    line, column:
        Counted from 1; without a column, the end of the line.
    """
    where = (line, column or 1_000_000)
    return tuple(id for place, id in reversed(_ids(book, chapter, _version(book))) if place <= where) if line else ()


def _version(book: Path) -> tuple[int, ...]:
    """What tells the file from one that lay at its path before: one process may write a book more than once."""
    try:
        found = book.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=16)
def _ids(book: Path, chapter: str, version: tuple[int, ...]) -> tuple[tuple[tuple[int, int], str], ...]:
    return tuple(_read(_member(book, chapter)))


def _member(book: Path, chapter: str) -> bytes:
    """The bytes of ``chapter``; none where there is no such file, or it is beyond measure."""
    try:
        with zipfile.ZipFile(book) as archive:
            return archive.read(chapter) if archive.getinfo(chapter).file_size <= _MOST else b""
    except (KeyError, OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return b""


def _read(xhtml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Each id with the place where its element begins, as far as the file is well-formed."""
    found: list[tuple[tuple[int, int], str]] = []
    parser = expat.ParserCreate()

    def begin(_: str, attributes: dict[str, str]) -> None:
        if "id" in attributes:
            found.append(((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1), attributes["id"]))

    parser.StartElementHandler = begin
    with suppress(expat.ExpatError):  # what was read before a mistake is where the mistake is looked for
        parser.Parse(xhtml, True)
    return iter(found)
