"""Where in a file something inside a block stands: markdown-it knows the lines of blocks only."""

from bisect import bisect_right
from itertools import accumulate

from markdown_it.token import Token

from dossier.model.document import Document
from dossier.model.place import Place


class Locator:
    """Finds the places of what follows one another in a document; each text is found once.

    Ask in the order of the document: the second asking for the same words in a block gives their second place.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: dict[tuple[int, str], int] = {}
        lines = document.text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def place(self, block: Token, *words: str) -> Place:
        """Where the first of ``words`` that can be found in ``block`` stands; the block's line where none can."""
        if not block.map:
            return Place(self._document.path)
        first, last = block.map[0], max(block.map[1], block.map[0] + 1)
        for word in filter(None, words):
            start = self._seen.get((first, word), self._starts[first])
            found = self._document.text.find(word, start, self._starts[min(last, len(self._starts) - 1)])
            if found >= 0:
                self._seen[first, word] = found + len(word)
                return self._place_of(found)
        return Place(self._document.path, self._document.body_line + first + 1)

    def _place_of(self, index: int) -> Place:
        line = bisect_right(self._starts, index)
        return Place(self._document.path, self._document.body_line + line, index - self._starts[line - 1] + 1)
