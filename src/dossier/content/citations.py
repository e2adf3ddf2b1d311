"""Citations that name no source, and sources that nobody cites."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dossier.content.located import Locator
from dossier.content.parsed import ParsedDocument
from dossier.content.rules.citations import ENABLED, NAME
from dossier.content.schema import nearest
from dossier.model.citation import Citation
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import DocumentKind
from dossier.model.place import Place
from dossier.model.records import SourceRecord

_OFFERED = 3
_LIKE_ONE = re.compile(r"(?<!\\)\[(?:[^\[\]]*[\s;])?-?@[A-Za-z0-9][^\[\]]*\](?!\()")


def check_citations(documents: Sequence[ParsedDocument], answering: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """A001 for every cite of a source that is not there, A005 for what looks like a citation, A002 for sources that nobody cites.

    A dossier without any citation names its sources in another way: there, A002 would only be noise. ``answering`` are the ids of
    sources that the dossier's claims stand on, which are cited there.
    """
    sources = {parsed.document.matter.id: parsed for parsed in documents if isinstance(parsed.document.matter, SourceRecord)}
    unknown = [found for parsed in documents for found in (*_unknown(parsed, sources), *_unread(parsed))]
    parts = [parsed for parsed in documents if parsed.document.kind is DocumentKind.PART]
    cited = {source for parsed in parts for citation in citations(parsed) for source in citation.sources}
    # A misspelt id was meant for one of those that seem to be cited nowhere.
    return tuple(unknown or (_uncited(sources, cited | set(answering)) if cited else ()))


def citations(parsed: ParsedDocument) -> Iterator[Citation]:
    """The citations of a document, in the order of its blocks."""
    return (token.meta["citation"] for _, token in parsed.inline(NAME))


def _unknown(parsed: ParsedDocument, sources: Iterable[str]) -> Iterator[Diagnostic]:
    locator, known = Locator(parsed.document), list(sources)
    for block, token in parsed.inline(NAME):
        for source in token.meta["citation"].sources:
            place = locator.place(block, f"@{source}")
            if source not in known:
                yield Diagnostic(CODES["A001"], f"no source has the id “{source}”", place, mend=_mend(source, known))


def _unread(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    """What begins as a citation and cannot be read as one would be printed as it was typed, and vouch for nothing."""
    if not parsed.document.environment.get(ENABLED):
        return
    locator = Locator(parsed.document)
    for block, text in parsed.inline("text"):
        typed = set(_LIKE_ONE.findall(block.content))  # in the parsed text an escaped \[@x] looks the same
        for written in filter(typed.__contains__, _LIKE_ONE.findall(text.content)):
            yield Diagnostic(CODES["A005"], f"“{written}” cannot be read", locator.place(block, written))


def _mend(source: str, known: Sequence[str]) -> str:
    near = nearest_ids(source, known)
    if near:
        return "did you mean " + " or ".join(f"@{name}" for name in near) + "?"
    return "write the id of a source of this dossier, or \\[ where no citation is meant"


def nearest_ids(source: str, known: Sequence[str]) -> tuple[str, ...]:
    """Those of ``known`` that ``source`` was probably meant to be, likeliest first."""
    found, left = list[str](), list(known)
    while len(found) < _OFFERED and (guess := nearest(source, left)):
        found.append(guess)
        left.remove(guess)
    return tuple(found)


def _uncited(sources: dict[str, ParsedDocument], cited: set[str]) -> Iterator[Diagnostic]:
    for source, parsed in sources.items():
        if source not in cited:
            place = Place(parsed.document.path, 1, 1)
            yield Diagnostic(
                CODES["A002"],
                f"no part cites the source “{source}”",
                place,
                mend=f"cite it where it is used, [@{source}], or take it out",
            )
