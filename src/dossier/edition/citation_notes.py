"""Citations take their places among the notes of a document, which are numbered as a reader meets them.

What a citation shows in the text and what in a note is decided elsewhere (:mod:`dossier.edition.citations`). Here its token
becomes set words, a call of a note, or both, before anything else looks at the document: the index, the contents and the pages
then know one numbering.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from dossier.content.rules.citations import NAME
from dossier.model.citation import Fragment
from dossier.model.translation import LocalizedDocument

SET = "set_citation"
"""Type of a token whose ``meta["fragment"]`` is set already; ``meta["in_text"]`` says that it stands in the text itself."""
CALL = "footnote_ref"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a citation shows: in the text, in a note of its own, and where it stands in a note already. Any may be empty."""

    text: Fragment = ()
    note: Fragment = ()
    inside: Fragment = ()


Show = Callable[[Token, Token], Shown]
"""What a citation shows, from the ``inline`` token it stands in and its own."""


def with_citation_notes(document: LocalizedDocument, show: Show) -> LocalizedDocument:
    """``document`` with its citations set.

    Parameters
    ----------
    document:
        It is not changed.
    show:
        Says what each citation shows.
    """
    if not any(child.type == NAME for token in document.tokens for child in token.children or ()):
        return document
    return replace(document, tokens=_Notes(show).numbered(document.tokens))


@dataclass(slots=True)
class _Notes:
    show: Show
    written: dict[int, list[Token]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    made: list[tuple[int, Sequence[Token]]] = field(default_factory=list)
    count: int = 0

    def numbered(self, tokens: Sequence[Token]) -> list[Token]:
        body = self._taken_apart(tokens)
        done = [self._inline(token, inside=False) if token.type == "inline" else token for token in body]
        return [*done, *self._tail()]

    def _taken_apart(self, tokens: Sequence[Token]) -> list[Token]:
        body: list[Token] = []
        current = body
        for token in tokens:
            if token.type == "footnote_open":
                current = self.written.setdefault(int(token.meta["id"]), [])
            if token.type not in ("footnote_block_open", "footnote_block_close"):
                current.append(token)
            if token.type == "footnote_close":
                current = body
        return body

    def _inline(self, token: Token, *, inside: bool) -> Token:
        children: list[Token] = []
        for child in token.children or ():
            if child.type == NAME:
                children += self._citation(token, child, inside=inside)
            else:
                children.append(self._call(child) if child.type == CALL else child)
        return token.copy(children=children)

    def _citation(self, token: Token, child: Token, *, inside: bool) -> Iterator[Token]:
        shown = self.show(token, child)
        if inside:
            yield _set(shown.inside, child)
            return
        if shown.text:
            yield _set(shown.text, child, in_text=True)
        if shown.note:
            number = self._next()
            self.made.append((number, _paragraph(shown.note)))
            own = {} if shown.text else {"citation": child.meta["citation"]}
            yield Token(CALL, "", 0, meta={"id": number, "subId": 0, **own})

    def _call(self, child: Token) -> Token:
        number = int(child.meta["id"])
        if number not in self.numbers:
            self.numbers[number] = self._next()
            # Its place is taken before its own words are read: they may call other notes.
            place = len(self.made)
            self.made.append((self.numbers[number], ()))
            self.made[place] = (self.numbers[number], self._written(number))
        return child.copy(meta={**child.meta, "id": self.numbers[number]})

    def _written(self, number: int) -> list[Token]:
        found = self.written.get(number, ())
        inner = [token for token in found if token.type not in ("footnote_open", "footnote_close")]
        return [self._inner(token, number) for token in inner]

    def _inner(self, token: Token, number: int) -> Token:
        if token.type == "inline":
            return self._inline(token, inside=True)
        return token.copy(meta={**token.meta, "id": self.numbers[number]}) if token.type == "footnote_anchor" else token

    def _next(self) -> int:
        self.count += 1
        return self.count - 1

    def _tail(self) -> Iterator[Token]:
        if not self.made:
            return
        yield Token("footnote_block_open", "", 1)
        for number, tokens in sorted(self.made, key=lambda one: one[0]):
            yield Token("footnote_open", "", 1, meta={"id": number})
            yield from tokens
            yield Token("footnote_close", "", -1)
        yield Token("footnote_block_close", "", -1)


def _set(fragment: Fragment, citation: Token, *, in_text: bool = False) -> Token:
    meta = {"fragment": fragment, "citation": citation.meta["citation"], "in_text": in_text}
    return Token(SET, "", 0, content=citation.content, meta=meta)


def _paragraph(fragment: Fragment) -> Sequence[Token]:
    words = Token(SET, "", 0, meta={"fragment": fragment})
    return (
        Token("paragraph_open", "p", 1, block=True),
        Token("inline", "", 0, children=[words], block=True),
        Token("paragraph_close", "p", -1, block=True),
    )
