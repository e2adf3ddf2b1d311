"""The citations of an edition, set by a CSL style."""

from collections.abc import Iterator, Mapping, Sequence

from dossier.attribution.csl.ast import Node
from dossier.attribution.csl.failure import processor_failed, style_unusable
from dossier.attribution.csl.foreign import Names, names_in, set_apart
from dossier.attribution.csl.pandoc import ProcessorError, set_document
from dossier.attribution.csl.polish import polished
from dossier.attribution.csl.request import request
from dossier.attribution.csl.runs import Row, row_of
from dossier.attribution.csl.source import CitedSource
from dossier.attribution.csl.style import Style, UnusableError, fitted
from dossier.attribution.csl.styles import find_style, parent_of
from dossier.attribution.csl.tidy import capitalized, tidied
from dossier.attribution.csl.xhtml import fragment
from dossier.language.dates import Gettext
from dossier.language.value import Language
from dossier.model.citation import Citation, CitationTexts, Fragment
from dossier.model.place import Place


def as_written(message: str) -> str:
    """The messages of an English edition."""
    return message


def set_citations(
    citations: Mapping[str, Sequence[Citation]],
    sources: Sequence[CitedSource],
    style: bytes,
    language: Language,
    connections: Mapping[str, str],
    *,
    gettext: Gettext = as_written,
    place: Place | None = None,
) -> CitationTexts:
    """All citations of an edition and the bibliography of what they cite, set in one run of the processor.

    Without a citation the processor is not started.

    Parameters
    ----------
    citations:
        For each document (by id, in reading order) its citations, in the order of their tokens.
    sources:
        The sources they cite; others do no harm and are not set.
    style:
        A CSL style, as XML. A dependent one is replaced by the style it stands for.
    language:
        The edition's language, with the calendars of its citations.
    connections:
        The edition's words for ``as quoted in``, and for the prefixes ``see``, ``see also`` and ``cf.``.
    gettext:
        Translates the words around dates that CSL cannot say (:func:`dossier.language.dates.date_in_words`).
    place:
        Where the style is named, for errors.

    Raises
    ------
    dossier.model.diagnostics.DossierError
        A003 where the style cannot be used, A004 where the processor failed.
    """
    try:
        ready = fitted(_independent(style), language)
    except UnusableError as error:
        raise style_unusable(f"the citation style cannot be used: {error}", place) from error
    if not any(citations.values()):
        return CitationTexts(ready.in_notes, dict.fromkeys(citations, ()))
    try:
        result = set_document(request(citations, sources, language, connections, gettext), ready.xml)
    except ProcessorError as error:
        raise processor_failed(str(error), place) from error
    return _texts(result["blocks"], citations, ready, names_in(sources, language), language)


def _independent(style: bytes) -> bytes:
    parent = parent_of(style[:20_000])
    return (find_style(parent) or style) if parent else style


def _texts(
    blocks: Sequence[Node], citations: Mapping[str, Sequence[Citation]], style: Style, names: Names, language: Language
) -> CitationTexts:
    # A style without a bibliography leaves no blocks behind those of the documents.
    documents, references = blocks[: len(citations)], blocks[len(citations) :]

    def finished(row: Row) -> Fragment:
        return fragment(polished(set_apart(row, names, language), language), language)

    def one(citation: Citation, node: Node) -> Fragment:
        row = tidied(row_of([node]), citation.sources)
        return finished(capitalized(row) if style.in_notes and _begins_with_words(citation) else row)

    texts = {
        document: tuple(one(citation, node) for citation, node in zip(found, _cites(division), strict=True))
        for (document, found), division in zip(citations.items(), documents, strict=True)
    }
    entries = tuple((entry, finished(tidied(row_of(inlines), ()))) for entry, inlines in _entries(references))
    return CitationTexts(style.in_notes, texts, entries)


def _begins_with_words(citation: Citation) -> bool:
    return bool(citation.cites and citation.cites[0].prefix)


def _cites(division: Node) -> list[Node]:
    return [node for paragraph in division["c"][1] for node in paragraph["c"] if node["t"] == "Cite"]


def _entries(references: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    for entry in (entry for division in references for entry in division["c"][1]):
        (identifier, _, _), blocks = entry["c"]
        yield identifier.removeprefix("ref-"), [inline for block in blocks for inline in block["c"]]
