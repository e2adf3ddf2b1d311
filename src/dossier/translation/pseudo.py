"""Translations into a pseudo-language, made from the document: nobody writes them, and no PO file holds them.

Words are changed, everything else stays: the marks of Markdown, links and their addresses, notes, citations, images, code,
attributes, character references, HTML and placeholders. What stays is found by a pattern, and each text is proved: its Markdown
must parse to the same tree, with the same fixed parts (:func:`dossier.translation.atoms.fixed_parts`). Where it does not, it is
tried without brackets, then left as it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.language.pseudo import Pseudo, pseudo_text
from dossier.model.document import Document, DocumentKind, Unit
from dossier.model.glossary import Glossary, GlossaryEntry
from dossier.model.translation import Catalog, Origin, State, Translation
from dossier.translation.atoms import fixed_parts
from dossier.translation.cut import translatable
from dossier.translation.image_words import ADDRESS, IMAGE, TITLE

_PLAIN = r"""
      \{[^{}\n]*\} | %\(\w+\)[sd]                                 # placeholders; attributes of marked words
    | &(?:\#\w+|\w+);                                             # character references
    | (?:https?|ftp)://[^\s<>()\[\]]+ | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
"""
_STRINGS = re.compile(_PLAIN, re.VERBOSE)
_MARKDOWN = re.compile(
    rf"""
      (?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`)            # code
    | \\.                                                         # \[ begins nothing
    | (?<=\])\([ \t\n]*(?:<[^<>\n]*>|{ADDRESS})(?:[ \t\n]*\)|(?=[ \t\n]+{TITLE}[ \t\n]*\)))  # where a link leads
    | (?<=\])\[(?:\\.|[^\[\]\\])*\]                               # the name of a link's address
    | \[\^[^\]\s]+\]                                              # notes
    | \[(?:[^\[\]]|\[[^\[\]]*\])*(?<![^\s\[;(])-?@[A-Za-z0-9](?:[^\[\]]|\[[^\[\]]*\])*\]    # citations
    | <[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*> | <[\w.!\#$%&'*+/=?^`{{|}}~-]+@[\w.-]+>         # autolinks
    | <!--.*?--> | <\?.*?\?> | <!\[CDATA\[.*?\]\]> | <![A-Za-z][^>]*>                       # HTML
    | </?[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*/?>
    | {_PLAIN}
    """,
    re.VERBOSE | re.DOTALL,
)
_SHORTCUT = re.compile(r"(?<![\]\\])\[(?P<name>(?:\\.|[^\[\]\\])+)\](?:\[\])?(?![\[(])")
_NO_TRANSLATION = "Pseudo-translation for tests: "
_TEXTS = ("text", "text_special")


@dataclass(frozen=True, slots=True)
class PseudoTranslation:
    """A document in a pseudo-language; ``unchanged`` has the units whose words could not be changed safely."""

    catalog: Catalog
    unchanged: tuple[Unit, ...]


def pseudo_translation(document: Document, pseudo: Pseudo) -> PseudoTranslation:
    """Every unit of ``document`` in a pseudo-language.

    The dossier's title says what it is, in plain words, so that nobody takes such an edition for a translation. Each text counts
    as a machine's draft that was let pass unchanged: it is shown without a mark, and no person is said to have written it.
    """
    entries: dict[tuple[str | None, str], Translation] = {}
    unchanged: list[Unit] = []
    for unit in translatable(document, pseudo.language.tag):
        made = _translated(unit, document, pseudo)
        if made is None:
            unchanged.append(unit)
        entries[unit.key] = _entry(unit.msgid if made is None else made, unit, pseudo)
    return PseudoTranslation(Catalog(pseudo.language.tag, entries), tuple(unchanged))


def pseudo_glossary(glossary: Glossary, language: str, pseudo: Pseudo) -> Glossary:
    """``glossary`` with the names that it has in ``language`` in a pseudo-language too: the index of names finds them."""
    return glossary.model_copy(update={"entries": tuple(_also_in(pseudo, entry, language) for entry in glossary.entries)})


def _also_in(pseudo: Pseudo, entry: GlossaryEntry, language: str) -> GlossaryEntry:
    tag = pseudo.language.tag
    words = {
        name: {**table, tag: pseudo.letters(table[language])}
        for name, table in (("forms", entry.forms), ("abbreviations", entry.abbreviations))
        if language in table
    }
    variants = {**entry.variants, tag: tuple(map(pseudo.letters, entry.variants.get(language, ())))}
    return entry.model_copy(update={**words, "variants": variants})


def _entry(text: str, unit: Unit, pseudo: Pseudo) -> Translation:
    origin = Origin(f"dossier {pseudo.language.tag}", sha256(text.encode()).hexdigest())
    return Translation(text, State.REVIEWED, unit.place, origin)


def _translated(unit: Unit, document: Document, pseudo: Pseudo) -> str | None:
    if isinstance(unit.target, str):
        made = pseudo_text(unit.msgid, pseudo, _STRINGS)
        return _NO_TRANSLATION + made if document.kind is DocumentKind.DOSSIER and unit.target == "title" else made
    return pseudo_markdown(unit.msgid, document.environment, pseudo, raw_html=document.raw_html)


def pseudo_markdown(text: str, environment: Mapping[str, Any], pseudo: Pseudo, *, raw_html: bool = False) -> str | None:
    """The inline Markdown ``text`` with its words changed; ``None`` where that would change more than words.

    Parameters
    ----------
    text:
        Inline Markdown, as a unit has it.
    environment:
        markdown-it's ``env`` of its document.
    pseudo:
        The pseudo-language.
    raw_html:
        As for :func:`dossier.content.markdown.parse_inline`.
    """
    before = _fixed(text, environment, raw_html)
    candidates = _candidates(text, environment, pseudo)
    return next((candidate for candidate in candidates if _fixed(candidate, environment, raw_html) == before), None)


def _candidates(text: str, environment: Mapping[str, Any], pseudo: Pseudo) -> Iterator[str]:
    # A bracket of Markdown's own might make a link, so these are escaped.
    start, end = (f"\\{sign}" if sign else "" for sign in pseudo.ends)

    def changed(words: str) -> str:
        return pseudo_text(words, pseudo, _MARKDOWN, (start, end))

    if figure := IMAGE.fullmatch(text):  # a block that has nothing but its image; its title is printed as a caption
        yield _in_places(figure, {"words": changed(figure["words"]), "title": _quoted(figure["title"], changed)})
    named = _with_names(text, environment)
    yield changed(named)
    yield pseudo_text(named, pseudo, _MARKDOWN, ("", ""))


def _quoted(title: str | None, change: Callable[[str], str]) -> str:
    return title[0] + change(title[1:-1]) + title[-1] if title else ""


def _in_places(found: re.Match[str], changes: Mapping[str, str]) -> str:
    """What ``found`` matched, with some of its groups changed."""
    text = found[0]
    for name in sorted(changes, key=found.start, reverse=True):
        if found[name]:
            text = text[: found.start(name)] + changes[name] + text[found.end(name) :]
    return text


def _with_names(text: str, environment: Mapping[str, Any]) -> str:
    """``text`` with ``[words]`` that are the name of their own address as ``[words][words]``: the words can then be changed."""
    known = environment.get("references", {})

    def whole(found: re.Match[str]) -> str:
        name = found["name"]
        return f"[{name}][{name}]" if normalizeReference(name) in known else found[0]

    return _SHORTCUT.sub(whole, text) if known else text


def _fixed(text: str, environment: Mapping[str, Any], raw_html: bool) -> tuple[Any, ...]:
    """What stays the same whatever is written in ``text``: its fixed parts and its tree, and those of captions."""
    tokens = parse_inline(text, environment, raw_html=raw_html)
    titles = (str(token.attrs["title"]) for token in tokens if token.type == "image" and "title" in token.attrs)
    return fixed_parts(tokens), _tree(tokens), [_fixed(title, environment, raw_html) for title in titles]


def _tree(tokens: Sequence[Token]) -> list[tuple[Any, ...]]:
    """The tokens without words."""
    return [
        (token.type, token.tag, token.nesting, "" if token.type == "image" else token.content, _tree(token.children or ()))
        for token in tokens
        if token.type not in _TEXTS
    ]
