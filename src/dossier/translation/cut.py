"""Cut a document into the units that translators translate."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it.token import Token

from dossier.content.located import Locator
from dossier.content.markdown import parse_inline
from dossier.content.rules.contexts import CONTEXT
from dossier.model.document import Document, DocumentKind, Unit, UnitKind
from dossier.model.place import Place
from dossier.translation.folding import folded
from dossier.translation.same import Same

_KEPT = 1024
"""Documents whose units are kept: a command asks for them once in every step."""
_KIND_OF_PARENT = {
    "heading_open": UnitKind.HEADING,
    "th_open": UnitKind.TABLE_HEAD,
    "td_open": UnitKind.TABLE_CELL,
    "dt_open": UnitKind.TERM,
}
_KIND_OF_CLAIM = {
    "question": UnitKind.CLAIM_QUESTION,
    "answer": UnitKind.CLAIM_ANSWER,
    "voice": UnitKind.CLAIM_VOICE,
}
_KIND_OF_ANCESTOR = {
    "footnote_reference_open": UnitKind.FOOTNOTE,
    "list_item_open": UnitKind.LIST_ITEM,
    "dd_open": UnitKind.DEFINITION,
    "blockquote_open": UnitKind.QUOTATION,
}


def cut(document: Document) -> tuple[Unit, ...]:
    """The units of ``document``, in reading order: first the front matter's strings, then the blocks.

    A unit is the inline Markdown of one block. Code blocks and raw HTML are none, nor is a block without text (an empty
    msgid is the header of a PO file).
    """
    return _units(Same(document))


def translatable(document: Document, language: str) -> tuple[Unit, ...]:
    """Those units of ``document`` that are not written in ``language`` already."""
    return tuple(unit for unit in cut(document) if unit.language != language)


@lru_cache(maxsize=_KEPT)
def _units(document: Same[Document]) -> tuple[Unit, ...]:
    return (*_matter_units(document.value), *_block_units(document.value))


def _matter_units(document: Document) -> Iterator[Unit]:
    for string in document.strings:
        if string.text.strip():
            # TOML's long strings end in a line end; gettext refuses a translation that does not.
            yield Unit(string.text.strip("\n"), _kind_of_string(document, string.key), string.place, string.key, string.language)


def _kind_of_string(document: Document, key: str) -> UnitKind:
    if document.kind is DocumentKind.CLAIMS:
        return _KIND_OF_CLAIM[key.rpartition(".")[2]]
    return UnitKind.TITLE if key == "title" else UnitKind.FRONT_MATTER


def _block_units(document: Document) -> Iterator[Unit]:
    ancestors: list[str] = []
    locator = Locator(document)
    for index, token in enumerate(document.blocks):
        if token.nesting == 1:
            ancestors.append(token.type)
        elif token.nesting == -1:
            ancestors.pop()
        elif token.type == "inline" and token.content.strip():
            msgid = folded(token.content, document.environment, document.raw_html)
            yield Unit(
                msgid,
                _kind(document, token, ancestors),
                _place(locator, token),
                index,
                document.language,
                token.meta.get(CONTEXT),
            )


def _kind(document: Document, token: Token, ancestors: Sequence[str]) -> UnitKind:
    if ancestors and ancestors[-1] in _KIND_OF_PARENT:
        return _KIND_OF_PARENT[ancestors[-1]]
    if token.content.startswith("![") and _is_lone_image(document, token):
        return UnitKind.FIGURE
    for ancestor in reversed(ancestors):
        if ancestor in _KIND_OF_ANCESTOR:
            return _KIND_OF_ANCESTOR[ancestor]
    return UnitKind.PARAGRAPH


def _is_lone_image(document: Document, token: Token) -> bool:
    children = parse_inline(token.content, document.environment, raw_html=document.raw_html)
    return len(children) == 1 and children[0].type == "image"


def _place(locator: Locator, token: Token) -> Place:
    """Where the block's words begin: behind the marks of a heading or a list item, in the cell of a table."""
    return locator.place(token, token.content.partition("\n")[0])
