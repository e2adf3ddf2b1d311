"""The walk through the pages of a file: what all of its content streams share."""

import warnings
from collections.abc import Iterable
from typing import Any

import pikepdf

from dossier.press.limits import TooLargeError
from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.fonts import FontReader
from dossier.press.preflight.facts.opened import LARGEST_CONTENT, content_of
from dossier.press.preflight.facts.values import Kind, Page, Survey

MOST_OPERATORS = 8_000_000
"""Operators of one file that are followed: a book of a thousand full pages has two million."""

MOST_CHARACTERS = 50_000_000
"""Characters of one file that are looked at: a book of a thousand pages has three million."""


class Streams:
    """Reads the content streams of a file, and counts what was read."""

    def __init__(self, survey: Survey, fonts: FontReader, *, reads_text: bool) -> None:
        self.survey = survey
        self.fonts = fonts
        self.reads_text = reads_text
        self.operators = self.characters = 0
        self.scratch = pikepdf.new()
        self._refused: set[int] = set()  # many pages may have the same stream, which is unfolded in vain once

    @property
    def is_over(self) -> bool:
        """Whether so much was followed that the rest of the file is not."""
        return self.operators > MOST_OPERATORS

    def read(self, characters: int, page: Page) -> None:
        """Count characters that were read; behind the last of them that are, none is."""
        self.characters += characters
        if self.characters > MOST_CHARACTERS:
            self.reads_text = False
            self.survey.note(Kind.TOO_LARGE, "the file has too many characters", page.number)

    def joined(self, parts: Iterable[Any], page: Page) -> bytes:
        """The content of ``page``, which lies in several streams: one after the other (ISO 32000-1, 7.8.2)."""
        found: list[bytes] = []
        left = LARGEST_CONTENT
        for part in parts:
            found.append(self.bytes_of(part, page))
            left -= len(found[-1])
            if left < 0:
                self.survey.note(Kind.TOO_LARGE, "the content of a page is too large", page.number)
                break
        return b"\n".join(found)

    def bytes_of(self, stream: Any, page: Page) -> bytes:
        """The content of a stream; nothing, and a mark, where it cannot be read."""
        number = safe.identity(stream)
        if self.is_over or number in self._refused:
            return b""
        try:
            return content_of(stream, LARGEST_CONTENT)
        except TooLargeError:
            self._refused |= {number} - {0}
            self.survey.note(Kind.TOO_LARGE, "a content stream is too large", page.number, number)
        except pikepdf.PikepdfError:
            self.survey.note(Kind.UNREADABLE, "a content stream cannot be decompressed", page.number, number)
        return b""

    def instructions(self, data: bytes, page: Page, number: int) -> Any:
        """The operators of ``data`` with their operands, as far as they can be told apart."""
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            try:
                found = pikepdf.parse_content_stream(pikepdf.Stream(self.scratch, data))
            except (pikepdf.PikepdfError, ValueError, TypeError, RuntimeError):
                found = None
        if told or found is None:
            self.survey.note(Kind.UNREADABLE, "a content stream breaks the rules of its syntax", page.number, number)
        if found is None:
            return ()
        self.operators += len(found)
        if self.is_over:
            self.survey.note(Kind.TOO_LARGE, "the file has too many operators", page.number)
            return ()
        return found
