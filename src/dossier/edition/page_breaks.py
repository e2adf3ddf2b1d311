"""Marks in the chapters of a book that tell where pages of the PDF begin (EPUB Accessibility 1.1, 3.3: page navigation).

Marks are put into the finished bytes, and nothing else of these is touched: without its marks a chapter is what it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from xml.parsers import expat

from dossier.edition.page_places import PageStart, letters, page_starts
from dossier.model.bundle import Chapter, Page, PageText

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = ("article", "aside", "body", "div", "figure", "footer", "header", "main", "section")
_LISTS = ("dd", "dl", "dt", "li", "ol", "ul")
_PARTS_OF_TABLES = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_BLOCKS = frozenset((*_HEADINGS, *_PARTS, *_LISTS, *_PARTS_OF_TABLES, "address", "blockquote", "figcaption", "p", "pre"))
_BEFORE_WHICH = frozenset((*_HEADINGS, "p", "pre", "div", "address", "blockquote"))
_TAKES_MARKS = frozenset((*_PARTS, "blockquote", "dd", "li", "td", "th"))
_WHOLE = frozenset(("a", "abbr", "button", "label", "ruby", "sub", "sup", "time"))
_SKIPPED = frozenset(("head", "nav", "svg"))
_SKIPPED_ROLES = frozenset(("doc-footnote", "doc-noteref", "doc-backlink"))
_SPACES = " \t\n"


@dataclass(frozen=True, slots=True)
class PageMark:
    """The mark of a page; ``address`` is relative to the book (``part-1.xhtml#page-12``)."""

    page: Page
    address: str


def with_page_breaks(chapters: Sequence[Chapter], pages: Sequence[PageText]) -> tuple[tuple[Chapter, ...], tuple[PageMark, ...]]:
    """``chapters`` with a mark where each page begins, and the marks in the order of pages.

    A mark stands between words: a page that begins inside a word, a link or the figure that calls a note begins before it.
    Pages of which nothing stands in the book have none, nor has a page that begins in the middle of the contents: nothing may
    stand there but links (EPUB 3.3, 7.3).

    Parameters
    ----------
    chapters:
        The book, finished and well-formed.
    pages:
        What stands on the pages of the PDF.
    """
    read = [(index, block) for index, chapter in enumerate(chapters) for block in blocks(chapter.xhtml)]
    starts = page_starts(pages, [block.letters for _, block in read])
    insertions: dict[int, list[tuple[int, str]]] = {}
    marks = []
    for start in starts:
        index, block = read[start.block]
        insertions.setdefault(index, []).append((block.place(start.offset), _mark(start)))
        marks.append(PageMark(start.page, f"{chapters[index].name}#{_id(start.page)}"))
    done = (replace(one, xhtml=_inserted(one.xhtml, insertions.get(index, ()))) for index, one in enumerate(chapters))
    return tuple(done), tuple(marks)


def _id(page: Page) -> str:
    return f"page-{page.number}"


def _mark(start: PageStart) -> str:
    label = escape(start.page.label)
    return f'<span epub:type="pagebreak" role="doc-pagebreak" id="{_id(start.page)}" aria-label="{label}"></span>'


def _inserted(xhtml: bytes, insertions: Iterable[tuple[int, str]]) -> bytes:
    done, last = [], 0
    for place, mark in sorted(insertions, key=lambda one: one[0]):
        done += [xhtml[last:place], mark.encode()]
        last = place
    return b"".join((*done, xhtml[last:]))


@dataclass(slots=True, eq=False)
class _Open:
    """An element that is open: its name, and the bytes where its tag and its content begin."""

    name: str
    start: int
    skipped: bool
    content: int = -1
    begun: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """Words between two tags or entities, and the byte where they begin.

    ``whole`` is the link around them, if any, and ``first`` says whether it begins with them.
    """

    text: str
    start: int
    whole: _Open | None
    first: bool

    def places(self) -> Iterator[tuple[str, int | None]]:
        """Each character, and the byte before which a mark may stand; ``None`` inside what is not to be parted."""
        at = self.start
        for char in self.text:
            if self.whole is None:
                yield char, at
            else:
                yield char, self.whole.start if self.first and at == self.start else None
            at += len(char.encode())


@dataclass(slots=True)
class Block:
    """A block of a chapter, its own words in one row.

    Parameters
    ----------
    opening, parent:
        Its element, and the name of that around it.
    begun:
        Whether other blocks stood in the element before these words.
    words:
        The words.
    """

    opening: _Open
    parent: str
    begun: bool
    words: list[_Words] = field(default_factory=list)

    @property
    def letters(self) -> str:
        """Those of its characters that count."""
        return letters("".join(words.text for words in self.words))

    def place(self, offset: int) -> int:
        """The byte before which the mark of a page stands that begins with letter ``offset``."""
        chars = [one for words in self.words for one in words.places()]
        counted = [index for index, (char, _) in enumerate(chars) if letters(char)]
        index = counted[offset]
        while index > counted[0]:
            at = chars[index][1]
            if at is not None and chars[index - 1][0] in _SPACES:
                return at
            index -= 1
        return self._start(chars[index][1])

    def _start(self, first: int | None) -> int:
        if self.begun and first is not None:
            return first
        before = self.opening.name in _BEFORE_WHICH and self.parent in _TAKES_MARKS
        return self.opening.start if before else self.opening.content


def blocks(xhtml: bytes) -> list[Block]:
    """The blocks of a chapter that have words, in their order; notes, what calls them, and drawings are left out.

    Raises
    ------
    xml.parsers.expat.ExpatError
        Where it is not well-formed.
    """
    return [block for block in _Reader().read(xhtml) if block.letters]


class _Reader:
    """One walk through a chapter."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._blocks: list[Block] = []
        self._known: set[_Open] = set()
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def read(self, xhtml: bytes) -> list[Block]:
        self._parser.Parse(xhtml, True)
        return self._blocks

    def _here(self) -> int:
        here: int = self._parser.CurrentByteIndex
        if self._open and self._open[-1].content < 0:
            self._open[-1].content = here
        return here

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        here, inside = self._here(), bool(self._open) and self._open[-1].skipped
        hidden = "hidden" in attributes or attributes.get("role") in _SKIPPED_ROLES
        self._open.append(_Open(name, here, inside or hidden or name in _SKIPPED))

    def _end(self, name: str) -> None:
        self._here()
        self._open.pop()

    def _words(self, text: str) -> None:
        here = self._here()
        if self._open[-1].skipped:
            return
        depth = max((index for index, one in enumerate(self._open) if one.name in _BLOCKS), default=0)
        whole = next((one for one in self._open[depth:] if one.name in _WHOLE), None)
        self._block(depth).words.append(_Words(text, here, whole, first=whole is not None and not whole.begun))
        if whole is not None:
            whole.begun = True

    def _block(self, depth: int) -> Block:
        opening = self._open[depth]
        if not self._blocks or self._blocks[-1].opening is not opening:
            parent = self._open[depth - 1].name if depth else ""
            self._blocks.append(Block(opening, parent, opening in self._known))
            self._known.add(opening)
        return self._blocks[-1]
