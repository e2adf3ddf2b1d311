"""All citations of an edition as one pandoc document.

Each document of the edition is a division in which the processor counts "first" and "subsequent" anew: an EPUB has a file for
each, and a reader who opens one must not be sent to another for the full citation. Notes are numbered 2, 4, 6 …: between two
citations an edition may have notes of its own, of which the processor does not know, so that “ibid.” would point at the wrong
note (and says nothing at all in a note that pops up by itself). With a gap between all notes no style ever finds a place for it,
except within one note.
"""

from collections.abc import Mapping, Sequence

from dossier.attribution.csl import ast
from dossier.attribution.csl.locale import csl_language
from dossier.attribution.csl.marks import JOINED, cleared, hidden_digits, hidden_signs
from dossier.attribution.csl.names import LABELS, locator_word
from dossier.attribution.csl.reference import reference
from dossier.attribution.csl.source import CitedSource
from dossier.attribution.csl.terms import DEFAULT, OTHER_LOCATORS, base_of
from dossier.language.dates import Gettext
from dossier.language.value import Language
from dossier.model.citation import Citation, Cite

SUFFIX = "suffix"
"""The class of the words that a writer put after a cite."""

AS_QUOTED_IN = "as quoted in"
_SIGNS = ":;.–—"


def request(
    citations: Mapping[str, Sequence[Citation]],
    sources: Sequence[CitedSource],
    language: Language,
    connections: Mapping[str, str],
    gettext: Gettext,
) -> ast.Node:
    """The document whose citations the processor sets."""
    meta = {
        "lang": ast.meta_string(csl_language(language)),
        "link-citations": {"t": "MetaBool", "c": True},
        "references": ast.meta_list([reference(source, language, gettext) for source in sources]),
    }
    blocks: list[ast.Node] = []
    number = 0
    for found in citations.values():
        notes = []
        for citation in found:
            number += 2
            notes.append(ast.citation([_cite(cite, number, language, connections) for cite in citation.cites]))
        blocks.append(ast.division(notes))
    return ast.document(meta, blocks)


def _cite(cite: Cite, number: int, language: Language, connections: Mapping[str, str]) -> ast.Node:
    return ast.cite(
        cite.source,
        _prefix(cite, connections),
        _locator(cite, language) + _suffix(cite),
        number,
        suppress_author=cite.suppress_author,
    )


def _prefix(cite: Cite, connections: Mapping[str, str]) -> list[ast.Node]:
    written = hidden_signs(cite.prefix.strip())
    plain = written.rstrip(",.").lower()
    words = connections.get(plain) or connections.get(f"{plain}.") or written
    if cite.quotes_previous:
        joint = connections.get(AS_QUOTED_IN, AS_QUOTED_IN)
        words = f"{JOINED}{joint} {words}".rstrip()
    return [*ast.words(words), {"t": "Space"}] if words else []


def _locator(cite: Cite, language: Language) -> list[ast.Node]:
    if cite.locator is None:
        return []
    label, value = cite.locator.label, hidden_signs(cite.locator.value.strip())
    known = label.replace("sub-verbo", "sub verbo")
    if known in LABELS:
        return [{"t": "Str", "c": ","}, {"t": "Space"}, *ast.words(f"{{{locator_word(known)} {value}}}")]
    words = OTHER_LOCATORS.get(base_of(language.tag), OTHER_LOCATORS[DEFAULT]).get(known.removesuffix("-locator"), cleared(label))
    return [ast.span(ast.words(hidden_digits(f"{words} {cite.locator.value.strip()}")), (SUFFIX,))]


def _suffix(cite: Cite) -> list[ast.Node]:
    """The words behind a cite. Their first sign stands before the span, where the processor looks whether a comma is missing."""
    text = cite.suffix.strip().lstrip(",").strip()
    if not text:
        return []
    if text[0] in _SIGNS:
        return [{"t": "Str", "c": text[0]}, {"t": "Space"}, ast.span(ast.words(hidden_digits(text[1:].strip())), (SUFFIX,))]
    comma: list[ast.Node] = [{"t": "Str", "c": ","}, {"t": "Space"}] if cite.locator else []
    return [*comma, ast.span(ast.words(hidden_digits(text)), (SUFFIX,))]
