"""Suggestions about Persian joiners, put into a translation where somebody asks for them, and nowhere but in its words.

A suggestion is found in the running text and carried back to the Markdown. The result is proved by parsing it: it must have the
same tokens as before, and the same words but for spaces and joiners. What cannot be proved is not offered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.content.quotation_marks import outer_pairs
from dossier.language.addresses import addresses_in
from dossier.language.persian.joiners import JOINER, NOTE, Suggestion, suggestions, whole_word
from dossier.language.registry import same_language
from dossier.language.rule import Edit
from dossier.model.document import Document, Unit
from dossier.model.translation import State
from dossier.translation.po import Entry, PoFile
from dossier.translation.standing import mark_reviewed_before, was_reviewed

LANGUAGE = "fa"
"""The language that suggestions are made for."""

_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_NOWHERE = -1
_PASSES = 8
"""How often what one suggestion uncovers is looked for."""
_DOUBTFUL = 100
"""How many suggestions of one passage are proved one by one, where they cannot be proved together."""
_BETWEEN_LETTERS = re.compile(rf"[\s{JOINER}]+")
_NOTES = ("footnote_ref", "citation", "html_inline")


@dataclass(frozen=True, slots=True)
class Change:
    """One suggestion: where it stands in the Markdown that it was found in, the word before and after, and why."""

    offset: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Improved:
    """A text after all that is suggested for it."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to look at, and how it is read.

    Parameters
    ----------
    text:
        Inline Markdown, or a plain string.
    environment, raw_html:
        The document's, to parse it; no environment for a plain string.
    """

    text: str
    environment: Mapping[str, Any] | None = None
    raw_html: bool = False

    @classmethod
    def of(cls, document: Document, unit: Unit, text: str) -> "Passage":
        """``text``, which is ``unit`` of ``document`` or its translation."""
        return cls(text) if isinstance(unit.target, str) else cls(text, document.environment, document.raw_html)

    def parsed(self, text: str) -> Sequence[Token]:
        if self.environment is None:
            return (Token("text", "", 0, content=text),)
        return parse_inline(text, self.environment, raw_html=self.raw_html)


def improved(passage: Passage) -> Improved:
    """``passage`` with every suggestion applied, and then those that came to light by it."""
    text, changes = passage.text, list[Change]()
    for _ in range(_PASSES):
        tokens = passage.parsed(text)
        running = _running(tokens, text)
        found = [one for one in _offered(running, tokens) if one.is_at_one_place]
        edited = _applied(text, found)
        if found and not _same_but_joiners(tokens, passage.parsed(edited)):
            found = [] if len(found) > _DOUBTFUL else found
            found = [one for one in found if _same_but_joiners(tokens, passage.parsed(_applied(text, [one])))]
            edited = _applied(text, found)
        if not found or not _same_but_joiners(tokens, passage.parsed(edited)):
            break
        changes += [one.change for one in found]
        text = edited
    return Improved(text, tuple(changes))


def improvable(file: PoFile, units: Iterable[Unit], document: Document) -> Iterator[tuple[Entry, Improved]]:
    """The entries of ``file`` for which something is suggested, in the order of the file.

    Left out are obsolete entries, those of texts that the document does not have any more, and those with plural forms, which
    dossier never makes.
    """
    known = {unit.key: unit for unit in units}
    for entry in file.active:
        unit = known.get(entry.key)
        if unit is not None and not entry.plural and entry.text.strip():
            better = improved(Passage.of(document, unit, entry.text))
            if better.changes:
                yield entry, better


def is_reviewed(entry: Entry) -> bool:
    """Whether a person has approved its words, be it for a text that changed since."""
    return entry.state is State.REVIEWED or was_reviewed(entry)


def take_over(entry: Entry, text: str) -> None:
    """Let ``text`` be the translation. Its state stays: reviewed, stale but reviewed before, draft, unfinished.

    The digest of a machine's draft stays too, and does not fit any more: once it is reviewed, the draft counts as post-edited,
    for its words are not those of the machine. Sign-offs hold a digest of the translation, and are void.
    """
    was_approved = was_reviewed(entry)
    entry.text = text
    if was_approved:
        mark_reviewed_before(entry)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A suggestion with the places in the Markdown that its characters come from."""

    suggestion: Suggestion
    start: int
    end: int
    change: Change

    @property
    def is_at_one_place(self) -> bool:
        edit = self.suggestion.edit
        return self.start != _NOWHERE and self.end - self.start == edit.end - edit.start


@dataclass(slots=True)
class _Running:
    """A running text, and for each of its characters the place in the Markdown that it comes from."""

    markdown: str
    text: str = ""
    places: list[int] = field(default_factory=list)
    cursor: int = 0

    def sign(self, sign: str) -> None:
        self.text += sign
        self.places += [_NOWHERE] * len(sign)

    def words(self, content: str) -> None:
        start = self.passed(content)
        self.text += content
        self.places += [start + index if start != _NOWHERE else _NOWHERE for index in range(len(content))]

    def passed(self, content: str) -> int:
        """Where ``content`` stands behind what was read last; ``_NOWHERE`` where it is not written so."""
        start = self.markdown.find(content, self.cursor)
        self.cursor = start + len(content) if start >= 0 else self.cursor
        return start

    def span(self, edit: Edit) -> tuple[int, int]:
        """The place of an edit in the Markdown; ``_NOWHERE`` where markup stands in it."""
        if edit.start == edit.end:
            before, behind = self.places[edit.start - 1], self.places[edit.start]
            return (behind, behind) if before != _NOWHERE and before + 1 == behind else (_NOWHERE, _NOWHERE)
        places = self.places[edit.start : edit.end]
        return (places[0], places[-1] + 1) if _NOWHERE not in places else (_NOWHERE, _NOWHERE)


def _running(tokens: Sequence[Token], markdown: str) -> _Running:
    running = _Running(markdown)
    _read(running, tokens)
    for start, end in addresses_in(running.text):
        running.text = f"{running.text[:start]}{_OBJECT * (end - start)}{running.text[end:]}"
    return running


def _read(running: _Running, tokens: Sequence[Token]) -> None:
    foreign, in_address = 0, False
    for token in tokens:
        if token.type == "span_open" and (foreign or not same_language(str(token.attrs.get("lang", LANGUAGE)), LANGUAGE)):
            foreign += 1
            running.sign(_OBJECT)
        elif token.type == "span_close" and foreign:
            foreign -= 1
        elif token.markup == "autolink":
            in_address = token.nesting == 1
            running.sign(_OBJECT)
        elif token.type == "text_special":  # an entity, or an escaped sign: its markup is what is written
            running.passed(token.markup)
            running.sign(token.content)
        elif token.type == "text":
            _read_words(running, token.content, is_ours=not (foreign or in_address))
        elif token.type == "code_inline":
            running.passed(token.content)
            running.sign(_OBJECT)
        elif token.type in ("softbreak", "hardbreak"):
            running.sign(" ")
        elif token.type == "image":
            running.sign(NOTE)
            _read(running, token.children or ())
            running.sign(NOTE)
        elif token.type in _NOTES:
            running.sign(NOTE)


def _read_words(running: _Running, content: str, *, is_ours: bool) -> None:
    if is_ours:
        running.words(content)
    else:
        running.passed(content)


def _offered(running: _Running, tokens: Sequence[Token]) -> Iterator[_Offer]:
    """Suggestions outside of quotations that a source is cited for: those words are not the translator's alone."""
    is_cited = any(token.type == "citation" for token in tokens)
    quoted = list(outer_pairs(running.text)) if is_cited else []
    for suggestion in suggestions(running.text):
        edit = suggestion.edit
        if not any(start < edit.start < end for start, end in quoted):
            start, end = running.span(edit)
            yield _Offer(suggestion, start, end, _change(running.text, suggestion, start))


def _change(text: str, suggestion: Suggestion, offset: int) -> Change:
    edit = suggestion.edit
    first, last = max(0, edit.start - 40), min(len(text), edit.end + 40)
    part, start, end = text[first:last], edit.start - first, edit.end - first
    edited = f"{part[:start]}{edit.text}{part[end:]}"
    return Change(offset, whole_word(part, start, end), whole_word(edited, start, start + len(edit.text)), suggestion.reason)


def _applied(text: str, offers: Sequence[_Offer]) -> str:
    pieces, position = list[str](), 0
    for one in offers:
        pieces += [text[position : one.start], one.suggestion.edit.text]
        position = one.end
    return "".join([*pieces, text[position:]])


def _same_but_joiners(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return len(one) == len(other) and all(map(_same_token, one, other))


def _same_token(one: Token, other: Token) -> bool:
    if (one.type, one.nesting, one.markup, one.info, one.attrs, one.meta) != (
        other.type,
        other.nesting,
        other.markup,
        other.info,
        other.attrs,
        other.meta,
    ):
        return False
    if one.children or other.children:
        return _same_but_joiners(one.children or (), other.children or ())
    if one.type in ("text", "text_special"):
        return _BETWEEN_LETTERS.sub("", one.content) == _BETWEEN_LETTERS.sub("", other.content)
    return one.content == other.content
