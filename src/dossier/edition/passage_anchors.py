"""Where each passage of a dossier stands on the web page of an edition: the same place in every language."""

from collections.abc import Iterator, Mapping

from dossier.content.parsed import ParsedDocument
from dossier.edition.addresses import CLAIMS, COVER, Addresses, Form, addresses
from dossier.edition.paragraphs import blocks
from dossier.model.claims import Claims
from dossier.model.document import Document, DocumentKind, Dossier, Unit
from dossier.model.published import edition_address
from dossier.model.records import DossierConfig, Output
from dossier.model.translation import LocalizedDocument, State, WovenUnit

Anchors = Mapping[int | str, str]
_HEADING = "heading_open"


def page_of(config: DossierConfig, language: str) -> str:
    """Where the web page of an edition is: below ``base-url``, else in the folder ``build/``; empty where there is none."""
    if Output.HTML not in config.outputs:
        return ""
    return edition_address(config, language) or f"build/{config.id}/{language}/{config.id}.html"


def passage_anchors(dossier: Dossier, units: Mapping[str, tuple[Unit, ...]]) -> dict[str, Anchors]:
    """The ids of passages, by document and by :attr:`Unit.target`; ``""`` leads to the document.

    Parameters
    ----------
    dossier:
        The dossier.
    units:
        The units of its documents, by the document's id.

    Returns
    -------
    Ids of headings, paragraphs, figures, terms and tables. What stands in a footnote, a title or a record leads to its document.
    """
    documents = [_localized(document, units[document.id]) for document in dossier.documents]
    where = addresses(documents, Form.SINGLE)
    return {document.document.id: dict(_anchors(document, where)) for document in documents}


def _anchors(document: LocalizedDocument, where: Addresses) -> Iterator[tuple[int | str, str]]:
    own = document.document
    yield "", {DocumentKind.DOSSIER: COVER, DocumentKind.CLAIMS: CLAIMS}.get(own.kind, where.anchor(own.id))
    if isinstance(own.matter, Claims):
        yield from ((string.key, f"{CLAIMS}--{_question(own.matter, string.key)}") for string in own.strings)
    for index, block in blocks(document, where).items():
        yield index, where.anchor(own.id, block.target)
    for index, token in enumerate(own.blocks[1:], 1):
        opening = own.blocks[index - 1]
        if token.type == "inline" and opening.type == _HEADING:
            yield index, where.anchor(own.id, str(opening.attrs["id"]))


def _localized(document: Document, units: tuple[Unit, ...]) -> LocalizedDocument:
    woven = [WovenUnit(unit, State.ORIGINAL, unit.msgid, unit.language) for unit in units]
    tokens = ParsedDocument.of(document).tokens
    return LocalizedDocument(document, document.language, tokens, document.environment, {}, woven)


def _question(claims: Claims, key: str) -> str:
    """The id of the question that ``questions.3.answers.0.answer`` belongs to."""
    return claims.questions[int(key.split(".")[1])].id
