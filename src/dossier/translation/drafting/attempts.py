"""One sentence tried in one way: what has to be asked for it, and what becomes of the replies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.model.glossary import Glossary
from dossier.translation.drafting.cutting import Cut, cut
from dossier.translation.drafting.endings import ended_like
from dossier.translation.drafting.guards.fault import Sentence
from dossier.translation.drafting.guards.rules import faults
from dossier.translation.drafting.names import lost, names_in
from dossier.translation.drafting.normalising import normalised
from dossier.translation.drafting.passage import LINE_BREAK, Anchor, Passage, Span, masked, with_figures, without_opaques
from dossier.translation.drafting.placing import Positions, opaque_positions, positions
from dossier.translation.drafting.realigning import realigned
from dossier.translation.drafting.sentences import pieces
from dossier.translation.drafting.span_places import is_alike
from dossier.translation.drafting.stand_ins import SHAPES, Shape, stand_ins
from dossier.translation.drafting.terms import alone, enforced, terms_in
from dossier.translation.drafting.translated import Range, Translated, bare
from dossier.translation.drafting.writing import Joined, Leaf, Made, Piece, untouched
from dossier.translation.engines.engine import Effort, Pair, Reply

_LONGEST_NAMED = 60
_MOST_POINTED_OUT = 20
"""Spans of one sentence: each is asked for with the whole sentence."""
_QUOTED = re.compile(r"[\"«“„]([^\"«»“”„]+)[\"»”“]")


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a run, and what names and terms are called in them."""

    pair: Pair
    glossary: Glossary


@dataclass(frozen=True, slots=True)
class Attempt:
    """A way of trying.

    Parameters
    ----------
    effort:
        What an engine is told.
    shape:
        What stands in for opaque words; ``None`` leaves them out, and they are placed or appended like notes.
    in_pieces:
        Whether clauses are translated one by one.
    holds_figures:
        Whether figures are opaque too: for engines that lose them.
    """

    effort: Effort
    shape: Shape | None
    in_pieces: bool = False
    holds_figures: bool = False


_SEARCH, _QUICK = Effort(), Effort(beam=1)
ATTEMPTS: tuple[Attempt, ...] = (
    Attempt(_SEARCH, SHAPES[0]),
    Attempt(_SEARCH, SHAPES[1]),
    Attempt(_QUICK, SHAPES[2]),
    Attempt(_SEARCH, SHAPES[2], holds_figures=True),
    Attempt(_SEARCH, SHAPES[0], in_pieces=True),
    Attempt(_SEARCH, None),
    Attempt(_SEARCH, None, in_pieces=True),
)
"""In the order they are tried. A sentence without opaque words is asked for in four of them; the others are known by then."""


@dataclass(frozen=True, slots=True)
class Succeeded:
    """What was made of a sentence, what translators are told about it, and whether spans of it could not be placed."""

    made: Made
    notes: tuple[str, ...] = ()
    has_loose_spans: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing was made of it."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply, and what the guards say about it."""

    reply: Reply
    fatal: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(slots=True)
class Replies:
    """What an engine gave in one round; each reply is judged once."""

    known: Mapping[str, Reply]
    pair: Pair
    _heard: dict[str, Heard] = field(default_factory=dict)

    def and_also(self, more: Mapping[str, Reply]) -> "Replies":
        """These and others; what was judged is."""
        return Replies({**self.known, **more}, self.pair, self._heard)

    def to(self, text: str) -> Heard | None:
        """The reply to ``text``; ``None`` where there is none."""
        text = asked(text)
        if text not in self.known:
            return None
        if text not in self._heard:
            reply = self.known[text]
            found = faults(Sentence(text, reply, self.pair))
            fatal = tuple(one.message for one in found if not one.is_hint)
            self._heard[text] = Heard(reply, fatal, tuple(one.message for one in found if one.is_hint))
        return self._heard[text]


def needed(parts: Iterable[Cut], languages: Languages) -> Iterator[str]:
    """The plain sentences and phrases that :func:`tried` wants replies to."""
    for one in parts:
        if one.passage.has_words:
            yield asked(one.passage.text)
            yield from (asked(phrase) for phrase in _phrases(one.passage, languages) if any(map(str.isalpha, phrase)))


def pointed_out(parts: Iterable[Cut]) -> Iterator[str]:
    """The sentences with the words of one span each in quotation marks: an engine that keeps them shows where the words went."""
    for one in parts:
        for span in one.passage.spans[:_MOST_POINTED_OUT]:
            yield _pointing_to(one.passage, span)


def tried(parts: Sequence[Cut], replies: Replies, languages: Languages) -> Succeeded | Failed:
    """Make a sentence of the replies to its parts, as :func:`prepared` gave them."""
    if not parts:
        return Failed(("it cannot be tried in this way",))
    made = [_Sentence(part.passage, replies, languages).made() for part in parts]
    failed = [one for one in made if isinstance(one, Failed)]
    if failed:
        return Failed(tuple(reason for one in failed for reason in one.reasons))
    done = [one for one in made if isinstance(one, Succeeded)]
    notes, loose = tuple(note for one in done for note in one.notes), any(one.has_loose_spans for one in done)
    if len(parts) == 1:
        return Succeeded(done[0].made, notes, loose)
    joined = (Piece(one.made, part.before, part.opening, part.closing) for one, part in zip(done, parts, strict=True))
    return Succeeded(Joined(tuple(joined)), notes, loose)


def _pointing_to(passage: Passage, span: Span) -> str:
    text = passage.text
    return asked(f'{text[: span.start]}"{text[span.start : span.end]}"{text[span.end :]}')


def asked(text: str) -> str:
    """``text`` as an engine is asked for it: without line breaks or double spaces."""
    return " ".join(text.split())


def prepared(passage: Passage, attempt: Attempt, languages: Languages) -> tuple[Cut, ...]:
    """The parts that an engine is asked for; none where the sentence cannot be tried in this way."""
    if attempt.holds_figures:
        passage = with_figures(passage)
    if attempt.shape is None:
        ready = without_opaques(passage)
    else:
        words = stand_ins(passage, attempt.shape)
        if words is None:
            return ()
        ready = masked(passage, words)
    if not attempt.in_pieces:
        return (Cut(ready),)
    parts = cut(ready, languages.pair.source, pieces)
    return parts if len(parts) > 1 else ()


def _phrases(passage: Passage, languages: Languages) -> Iterator[str]:
    """What is translated by itself besides: words of spans, terms, names."""
    for span in passage.spans:
        yield passage.text[span.start : span.end]
    yield from alone(terms_in(passage.text, languages.glossary, languages.pair))
    yield from names_in(passage.text, languages.pair)  # those of the glossary too: it is told how the engine calls them


def _names(text: str, languages: Languages) -> tuple[str, ...]:
    """Names that no entry of the glossary has: what it has is looked for as the glossary would have it."""
    return tuple(name for name in names_in(text, languages.pair) if not terms_in(name, languages.glossary, languages.pair))


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: Passage
    replies: Replies
    languages: Languages

    def made(self) -> Succeeded | Failed:
        if not self.passage.has_words:
            return Succeeded(untouched(self.passage))
        heard = self.replies.to(self.passage.text)
        if heard is None:
            return Failed(("the engine gave nothing",))
        return Failed(heard.fatal) if heard.fatal else self._placed(heard.reply, heard.hints)

    def _placed(self, reply: Reply, hints: tuple[str, ...]) -> Succeeded | Failed:
        terms = terms_in(self.passage.text, self.languages.glossary, self.languages.pair)
        told = enforced(self._normalised(reply.text, self.passage.text), terms, self.replies.known)
        missing = tuple(lost(_names(self.passage.text, self.languages), told.text, self._alone))
        if missing:
            return Failed(tuple(f"the name “{name}” is lost" for name in missing))
        where = opaque_positions(self.passage, told.text)
        if isinstance(where, str):
            return Failed((f"“{where}” is lost or doubled",))
        translated = Translated(told.text, realigned(reply.text, reply.alignment, told.text))
        at = positions(self.passage, translated, where, self._wordings)
        torn = next(
            (one for one, place in zip(self.passage.spans, at.spans, strict=True) if not place and self._is_rigid(one)), None
        )
        if torn:
            return Failed((f"{torn.kind} “{self._shown(torn)}” could not be placed",))
        movable = frozenset(index for index, span in enumerate(self.passage.spans) if not self._is_rigid(span))
        notes = (*self._lasting(hints, reply, told.text), *told.notes, *self._unplaced(at), *self._doubtful(told.text, at))
        return Succeeded(Leaf(self.passage, told.text, at, movable, self._inner), notes, None in at.spans)

    def _lasting(self, hints: tuple[str, ...], reply: Reply, text: str) -> tuple[str, ...]:
        """Those of ``hints`` that still hold where the glossary changed the engine's words."""
        if not hints or text == reply.text:
            return hints
        still = {one.message for one in faults(Sentence(self.passage.text, replace(reply, text=text), self.languages.pair))}
        return tuple(hint for hint in hints if hint in still)

    def _normalised(self, text: str, original: str) -> str:
        return ended_like(original, normalised(text, self.languages.pair.target))

    def _wordings(self, span: Span) -> tuple[str, ...]:
        """The words of ``span`` as they are, as the engine translates them alone, as the glossary has them, as pointed out."""
        words = self.passage.text[span.start : span.end]
        forms = (term.form for term in terms_in(words, self.languages.glossary, self.languages.pair))
        return tuple(dict.fromkeys(filter(None, (words, self._alone(words), *forms, self._pointed(span)))))

    def _pointed(self, span: Span) -> str | None:
        """What the engine put in quotation marks when the words of ``span`` stood in them; not for what it leaves as it is."""
        words = self.passage.text[span.start : span.end]
        if (self._alone(words) or "").casefold() == words.casefold():
            return None
        reply = self.replies.known.get(_pointing_to(self.passage, span))
        found = _QUOTED.findall(self._normalised(reply.text, self.passage.text)) if reply else []
        return found[0].strip() if len(found) == 1 and '"' not in self.passage.text else None

    def _alone(self, words: str) -> str | None:
        """What the engine makes of ``words`` by themselves, where nothing is wrong with that: names it leaves as they are."""
        heard = self.replies.to(words)
        if heard is None:
            return None
        is_copy = asked(heard.reply.text) == asked(words)
        return self._normalised(heard.reply.text, words) if is_copy or not heard.fatal else None

    def _is_rigid(self, span: Span) -> bool:
        """Whether opaque words stand in a span: it cannot be appended then, for they would stand there twice."""
        return any(span.start <= one.start and one.end <= span.end for one in self.passage.opaques)

    def _inner(self, span: Span) -> Made:
        """What stands in a span, translated by itself; as it was where that fails."""
        inner = self.passage.inner(span)
        made = replace(self, passage=inner).made()
        return made.made if isinstance(made, Succeeded) else untouched(inner)

    def _unplaced(self, where: Positions) -> Iterator[str]:
        spans: list[tuple[Span, Range | None]] = list(zip(self.passage.spans, where.spans, strict=True))
        for span, place in spans:
            if place is None:
                yield f"{span.kind} “{self._shown(span)}” could not be placed and stands at the end of its sentence"
        for anchor, at in zip(self.passage.anchors, where.anchors, strict=True):
            if at is None and anchor.kind == LINE_BREAK:
                yield "line break could not be placed and is left out"
            elif at is None:
                yield f"{anchor.kind} {_named(anchor)} could not be placed and stands at the end of its sentence"

    def _doubtful(self, text: str, where: Positions) -> Iterator[str]:
        """Spans that were placed around what is fixed in them, while the rest of their words reads in no way that is known."""
        for span, place in zip(self.passage.spans, where.spans, strict=True):
            is_all = bare(self.passage.text) == bare(self.passage.text[span.start : span.end])
            there = text[slice(*place)] if place else ""
            if place and not is_all and not is_alike(there, self._wordings(span)):
                yield f"{span.kind} “{self._shown(span)}” stands at “{_short(there)}”, which may be other words"

    def _shown(self, span: Span) -> str:
        return _short(self.passage.text[span.start : span.end])


def _named(anchor: Anchor) -> str:
    return _short("".join(part if isinstance(part, str) else "…" for part in anchor.parts))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAMED else f"{line[: _LONGEST_NAMED - 1]}…"
