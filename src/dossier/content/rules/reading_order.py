"""The tokens of a finished document as a reader meets them: those of a note where it is first called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.token import Token

CALL = "footnote_ref"


def as_read(tokens: Sequence[Token]) -> Iterator[Token]:
    """Blocks, each before what is in its line; notes that no passage leads to are left out."""
    body, notes = _apart(tokens)
    yield from _met(body, notes, set())


def _met(tokens: Iterable[Token], notes: Mapping[int, Sequence[Token]], seen: set[int]) -> Iterator[Token]:
    for token in tokens:
        for child in (token, *(token.children or ())):
            yield child
            if child.type == CALL and (number := int(child.meta["id"])) not in seen:
                seen.add(number)
                yield from _met(notes.get(number, ()), notes, seen)


def _apart(tokens: Sequence[Token]) -> tuple[list[Token], dict[int, list[Token]]]:
    body: list[Token] = []
    notes: dict[int, list[Token]] = {}
    current = body
    for token in tokens:
        if token.type == "footnote_open":
            current = notes.setdefault(int(token.meta["id"]), [])
        elif token.type == "footnote_close":
            current = body
        else:
            current.append(token)
    return body, notes
