"""What a structure tree is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dossier.press.pdf.structure.marks import Mark

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Note", "Lbl", "Figure", "BibEntry"})
"""Structure types that stand within a paragraph (ISO 32000-1, 14.8.4.4); figures do where nothing else is said of them."""


@dataclass(slots=True)
class Annotation:
    """A link's annotation on a page (counted from 0)."""

    page: int
    dictionary: Any


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (ISO 32000-1, 14.7.2).

    Parameters
    ----------
    kind:
        Standard structure type (14.8.4), without its solidus.
    parent:
        The element around it; ``None`` for the document.
    language:
        BCP 47 tag of its words; it is written where it is another than the parent's.
    page:
        The page it begins on, counted from 0.
    source:
        The element of HTML it stands for.
    attributes:
        By owner (``Table``), then by name (14.8.5).
    entries:
        Further entries of its dictionary (``Alt``).
    is_inline:
        Whether it stands within a line of text.
    """

    kind: str
    parent: "Element | None"
    language: str
    page: int
    source: Any = None
    kids: "list[Element | Mark | Annotation]" = field(default_factory=list)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    entries: dict[str, Any] = field(default_factory=dict)
    is_inline: bool = False

    def elements(self) -> "Iterator[Element]":
        """The elements directly within."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def adopt(self, kids: "list[Element | Mark | Annotation]") -> None:
        """Take ``kids`` for its own, in the place of those it has."""
        self.kids = kids
        for kid in kids:
            if isinstance(kid, Element):
                kid.parent = self

    def walk(self) -> "Iterator[Element]":
        """It and all below, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def words(self) -> str:
        """Its words, without those of notes."""
        return "".join(map(_words, self.kids))


def _words(kid: Element | Mark | Annotation) -> str:
    if isinstance(kid, Element):
        return "" if kid.kind == "Note" else kid.words()
    return kid.text if isinstance(kid, Mark) else ""


def is_inline(kid: Element | Mark | Annotation) -> bool:
    """Whether ``kid`` is content of a line, not a block."""
    return not isinstance(kid, Element) or kid.is_inline
