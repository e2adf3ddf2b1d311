"""Pieces of content that are told apart: marked content (ISO 32000-1, 14.6)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf


class Mark(pydyf.Object):  # type: ignore[misc]
    """The beginning of a piece of marked content, written into ``stream`` when it is known whose it is.

    Until :meth:`belong` says whose, the piece is an artifact: no content of the page may be neither (ISO 14289-1, 7.1).
    """

    def __init__(self, stream: Any, box: Any, tag: str) -> None:
        super().__init__()
        self.stream, self.tag = stream, tag
        self.text: str = getattr(box, "text", "")
        self.page = 0
        self.number: int | None = None
        self.properties = ""

    def belong(self, page: int, number: int) -> None:
        """Be the piece ``number`` of its stream, on ``page``."""
        self.page, self.number = page, number

    @property
    def data(self) -> bytes:
        """The operator and its operands."""
        if self.number is not None:
            return f"/{self.tag} <</MCID {self.number}>> BDC".encode()
        return f"/Artifact <<{self.properties}>> BDC".encode() if self.properties else b"/Artifact BMC"


@contextmanager
def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Remember what is drawn into ``stream`` meanwhile as content of ``box``: takes the place of ``Stream.marked``."""
    if stream._tags is None:
        yield
        return
    mark = stream._tags[box] = Mark(stream, box, tag)
    stream.stream.append(mark)
    try:
        yield
    finally:
        stream.end_marked_content()
