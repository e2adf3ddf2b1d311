"""Links that lead nowhere: to headings, footnotes and documents that the dossier does not have."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from dossier.content.located import Locator
from dossier.content.parsed import ParsedDocument
from dossier.content.reading import resolve
from dossier.content.schema import nearest
from dossier.content.web_addresses import fault_of
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HTML_ID = re.compile(r"""<[^>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")


def check_links(documents: Sequence[ParsedDocument]) -> tuple[Diagnostic, ...]:
    """C020 for every link without a target, C029 for those without words, C012 for every id or note that a document has twice,
    C021 for lost notes.

    ``#anchor`` may name an id of any of the documents, ``other.md`` and ``other.md#anchor`` one of the documents by its
    path from the linking file. Of addresses with a scheme the form alone is looked at: a build has no network.
    """
    anchors = {parsed.document.path: frozenset(anchor for anchor, _ in _anchors(parsed)) for parsed in documents}
    found: list[Diagnostic] = []
    for parsed in documents:
        found += [*_repeated_ids(parsed), *_dead_links(parsed, anchors), *_wordless_links(parsed)]
        found += [*_repeated_notes(parsed), *_dead_notes(parsed), *_lost_notes(parsed)]
    return tuple(found)


def _anchors(parsed: ParsedDocument) -> Iterator[tuple[str, Token]]:
    """Every id with the block it stands in."""
    for block in parsed.tokens:
        for token in (block, *(block.children or ())):
            if "id" in token.attrs:
                yield str(token.attrs["id"]), block
            if token.type in ("html_block", "html_inline"):
                yield from ((name, block) for name in _HTML_ID.findall(token.content))


def _repeated_ids(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    locator, seen = Locator(parsed.document), dict[str, Place]()
    for anchor, block in _anchors(parsed):
        place = locator.place(block, f"#{anchor}", anchor)
        if anchor in seen:
            message = f"the id “{anchor}” stands here a second time"
            yield Diagnostic(CODES["C012"], message, place, (("first", str(seen[anchor])),))
        seen.setdefault(anchor, place)


def _repeated_notes(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    """Of two notes of one name only the last would be printed."""
    seen: dict[str, Place] = {}
    for token in _notes(parsed):
        label, place = str(token.meta["label"]), _place_of_note(parsed, token)
        if label in seen:
            message = f"the footnote “{label}” stands here a second time"
            yield Diagnostic(CODES["C012"], message, place, (("first", str(seen[label])),))
        seen.setdefault(label, place)


def _notes(parsed: ParsedDocument) -> Iterator[Token]:
    return (token for token in parsed.document.blocks if token.type == "footnote_reference_open")


def _place_of_note(parsed: ParsedDocument, token: Token) -> Place:
    line = parsed.document.body_line + token.map[0] + 1 if token.map else 0
    return Place(parsed.document.path, line, 1 if line else 0)


def _dead_links(parsed: ParsedDocument, anchors: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    locator = Locator(parsed.document)
    for block, link in parsed.inline("link_open"):
        address = str(link.attrs.get("href", ""))
        place = locator.place(block, unquote(address), address)
        fault = _fault(address, parsed.document.path, anchors)
        if fault:
            message, mend = fault
            yield Diagnostic(CODES["C020"], message, place, mend=mend)


def _wordless_links(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    locator = Locator(parsed.document)
    for block in parsed.tokens:
        link, words = None, ""
        for token in block.children or ():
            if token.type == "link_open":
                link, words = token, ""
            elif token.type == "link_close" and link is not None:
                if not _UNSEEN.sub("", words):
                    address = str(link.attrs.get("href", ""))
                    yield Diagnostic(
                        CODES["C029"], f"the link to “{address}” has no words", locator.place(block, unquote(address), address)
                    )
                link = None
            else:
                words += token.content


def _fault(address: str, path: str, anchors: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """What is wrong with an address, and how to mend it."""
    if _ELSEWHERE.match(address):
        fault = "" if address.startswith("//") else fault_of(address)
        return (f"“{address}” is no address: {fault}", "write it as a browser shows it: https://…") if fault else None
    address = unquote(address)
    if not address:
        return "the link has no address", "write the address between the parentheses, or take the link out"
    name, _, anchor = address.partition("#")
    targets = anchors.get(_target(path, name)) if name else frozenset[str]().union(*anchors.values())
    if targets is None:
        return f"“{name}” is no document of this dossier", _mend_for_document(name, path, anchors)
    if not anchor and not name:
        return "the link names no heading", "write the heading's id behind the #"
    if anchor and anchor not in targets:
        guess = nearest(anchor, sorted(targets))
        return f"no heading has the id “{anchor}”", f"did you mean “#{guess}”?" if guess else ""
    return None


def _target(path: str, name: str) -> str:
    try:
        return resolve(posixpath.dirname(path), name)
    except PermissionError:
        return ""


def _mend_for_document(name: str, path: str, anchors: Mapping[str, frozenset[str]]) -> str:
    guess = nearest(name, [posixpath.relpath(other, posixpath.dirname(path) or ".") for other in anchors])
    return f"did you mean “{guess}”?" if guess else "write an address elsewhere in full: https://…"


def _dead_notes(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    """A reference without a note stays in the text as it was typed."""
    locator, lost = Locator(parsed.document), _lost_names(parsed)
    for block, name in _dead_references(parsed):
        guess = nearest(name, lost)
        mend = f"did you mean [^{guess}]?" if guess else f"write the note: [^{name}]: its words"
        yield Diagnostic(CODES["C020"], f"the footnote “{name}” has no text", locator.place(block, f"[^{name}]"), mend=mend)


def _dead_references(parsed: ParsedDocument) -> Iterator[tuple[Token, str]]:
    for block, text in parsed.inline("text"):
        typed = set(_NOTE.findall(block.content))  # in the parsed text an escaped \[^x] looks the same
        yield from ((block, name) for name in _NOTE.findall(text.content) if name in typed)


def _lost_names(parsed: ParsedDocument) -> list[str]:
    called = {str(reference.meta.get("label")) for _, reference in parsed.inline("footnote_ref")}
    return sorted({str(token.meta["label"]) for token in _notes(parsed)} - called)


def _lost_notes(parsed: ParsedDocument) -> Iterator[Diagnostic]:
    """A note that nothing refers to would not be printed. One that a misspelt reference meant was told of there."""
    lost = _lost_names(parsed)
    missed = set(lost) - {nearest(name, lost) for _, name in _dead_references(parsed)}
    for token in _notes(parsed):
        if token.meta["label"] in missed:
            message = f"nothing refers to the footnote “{token.meta['label']}”"
            mend = f"refer to it where it belongs: [^{token.meta['label']}], or take it out"
            yield Diagnostic(CODES["C021"], message, _place_of_note(parsed, token), mend=mend)
