"""Names for the blocks of a document, so that an index, a citation or a reader can point at one passage.

``par.12`` is the twelfth paragraph, list item, quotation or definition of the document; tables, figures and terms are counted
apart. They are counted in the original, so that they are the same in every language and format. An id that the author wrote
takes the place of the made one.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.edition.addresses import Addresses
from dossier.model.document import UnitKind
from dossier.model.translation import LocalizedDocument

PARAGRAPH, FIGURE, TERM, TABLE = "par", "fig", "term", "table"
_PREFIXES = {
    UnitKind.PARAGRAPH: PARAGRAPH,
    UnitKind.LIST_ITEM: PARAGRAPH,
    UnitKind.QUOTATION: PARAGRAPH,
    UnitKind.DEFINITION: PARAGRAPH,
    UnitKind.FIGURE: FIGURE,
    UnitKind.TERM: TERM,
}
_NOTE = ("footnote_reference_open", "footnote_reference_close")
_CARRIERS = ("list_item_open", "dd_open")


@dataclass(frozen=True, slots=True)
class Block:
    """A block that can be pointed at.

    Parameters
    ----------
    target:
        Its id as :meth:`Addresses.anchor` takes it.
    kind:
        ``par``, ``fig``, ``term`` or ``table``.
    number:
        Which of its kind it is in the document, from 1.
    """

    target: str
    kind: str
    number: int


def blocks(document: LocalizedDocument, addresses: Addresses) -> Mapping[int, Block]:
    """The blocks of ``document`` by the :attr:`Unit.target` of their words; all cells of a table lead to the table.

    Headings have ids of their own, and what stands in a footnote is found by the note's: neither is among them.
    """
    return _Numbering(document, addresses).found()


class _Numbering:
    """One walk through the blocks of a document."""

    def __init__(self, document: LocalizedDocument, addresses: Addresses) -> None:
        own = document.document
        self._tokens = own.blocks
        self._kinds = {unit.unit.target: unit.unit.kind for unit in document.units}
        self._anchor: Callable[[str], str] = lambda target: addresses.anchor(own.id, target)
        self._taken = {self._anchor(target) for target in addresses.targets[own.id]}
        self._counted: Counter[str] = Counter()

    def found(self) -> dict[int, Block]:
        found: dict[int, Block] = {}
        in_note, table = False, None
        for index, token in enumerate(self._tokens):
            if token.type in _NOTE:
                in_note = token.nesting == 1
            elif in_note:
                continue
            elif token.type == "table_open":
                table = self._next(TABLE, token.attrs.get("id"))
            elif token.type == "table_close":
                table = None
            elif token.type == "inline" and (block := table or self._block(index)):
                found[index] = block
        return found

    def _block(self, index: int) -> Block | None:
        prefix = _PREFIXES.get(self._kinds.get(index, UnitKind.HEADING))
        return self._next(prefix, self._written(index)) if prefix else None

    def _written(self, index: int) -> str | int | float | None:
        """The id that the author gave to the block whose words are at ``index``."""
        opening, around = self._tokens[index - 1], self._tokens[index - 2]
        carrier = around if opening.hidden and around.type in _CARRIERS else opening
        return opening.attrs.get("id") or carrier.attrs.get("id")

    def _next(self, prefix: str, written: str | int | float | None) -> Block:
        self._counted[prefix] += 1
        number = self._counted[prefix]
        return Block(str(written) if written else self._free(f"{prefix}.{number}"), prefix, number)

    def _free(self, target: str) -> str:
        while self._anchor(target) in self._taken:
            target += "_"
        return target


def with_ids(
    tokens: Sequence[Token], named: Mapping[int, Block], wanted: Callable[[Block], bool], *, numbers: bool
) -> list[Token]:
    """``tokens`` whose blocks carry their ids.

    Parameters
    ----------
    tokens:
        A document's body, without its notes.
    named:
        What :func:`blocks` gave.
    wanted:
        Which blocks get their id.
    numbers:
        Whether paragraphs also get their number, as ``data-par``, for a style sheet to show.
    """
    done: list[Token] = []
    table: int | None = None
    for token in tokens:
        if token.type == "table_open":
            table = len(done)
        block = _block_of(token, done, named)
        if block is None or not wanted(block):
            done.append(token)
        elif block.kind == TABLE:
            assert table is not None, "a table's cells stand in a table"
            done[table] = _carrying(done[table], block, numbers)
            done.append(token)
        else:
            done.append(_named(done, token, block, numbers))
    return done


def _block_of(token: Token, before: Sequence[Token], named: Mapping[int, Block]) -> Block | None:
    woven = token.meta.get("woven") if token.type == "inline" else None
    # A caption comes from the same words as its figure, which has the id.
    if woven is None or before[-1].type == "figcaption_open":
        return None
    return named.get(woven.unit.target)


def _named(done: list[Token], token: Token, block: Block, numbers: bool) -> Token:
    """Give ``block``'s id to the last of ``done`` that has a tag to carry it; gives ``token``, which may have to do so itself."""
    if not done[-1].hidden:
        done[-1] = _carrying(done[-1], block, numbers)
        return token
    if done[-2].type in _CARRIERS:
        done[-2] = _carrying(done[-2], block, numbers)
        return token
    # The second paragraph of a tight list's item has neither.
    opening = _carrying(Token("span_open", "span", 1), block, numbers)
    return token.copy(children=[opening, *(token.children or ()), Token("span_close", "span", -1)])


def _carrying(token: Token, block: Block, numbers: bool) -> Token:
    number = {"data-par": str(block.number)} if numbers and block.kind == PARAGRAPH else {}
    return token.copy(attrs={"id": block.target, **number, **token.attrs})
