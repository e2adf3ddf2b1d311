"""Machine drafts of many units at once.

Engines see plain sentences (``reading``, ``cutting``); what they make of them is judged (``guards``), the markup is put back
(``placing``, ``writing``) and the result proved (``proof``, ``refusals``). All units go through each round together, so that an
engine always has a large batch. A sentence that fails in one round is tried in the next, in another way; a unit of which a
sentence fails in all of them is left empty.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model.glossary import Glossary
from dossier.translation.drafting.attempts import (
    ATTEMPTS,
    Attempt,
    Failed,
    Languages,
    Replies,
    Succeeded,
    needed,
    pointed_out,
    prepared,
    tried,
)
from dossier.translation.drafting.cutting import Cut, cut
from dossier.translation.drafting.normalising import normalised
from dossier.translation.drafting.passage import Passage, Words
from dossier.translation.drafting.proof import keeps_everything, keeps_words
from dossier.translation.drafting.reading import Surroundings, read_markdown, read_string
from dossier.translation.drafting.refusals import refusals
from dossier.translation.drafting.sentences import bounds
from dossier.translation.drafting.values import Asked, Draft, Translate
from dossier.translation.drafting.writing import Joined, Made, Manner, Piece, Style, untouched, written
from dossier.translation.engines.engine import Pair

_APPENDED = "its markup stands at the end of each sentence, since it could not be written in place"
_UNWRITTEN = "its markup could not be written around the translation"


def drafts(asked: Sequence[Asked], translate: Translate, pair: Pair, glossary: Glossary) -> tuple[Draft, ...]:
    """A draft for each unit, in their order.

    Parameters
    ----------
    asked:
        The units, all of the language that is translated from.
    translate:
        What translates sentences. It is called once a round, with all sentences that are still open.
    pair:
        The languages.
    glossary:
        Names and terms with their right forms.

    Raises
    ------
    DossierError
        M030 where sentences cannot be cut; whatever ``translate`` raises.
    """
    languages = Languages(pair, glossary)
    units = [_Unit.of(one, pair.source) for one in asked]
    waiting = [sentence for unit in units for sentence in unit.text.everything() if sentence.cut.passage.has_words]
    for attempt in ATTEMPTS:
        waiting = _round(waiting, attempt, translate, languages)
    return tuple(unit.draft(languages) for unit in units)


def _round(waiting: Sequence["_Sentence"], attempt: Attempt, translate: Translate, languages: Languages) -> list["_Sentence"]:
    """Try every sentence once; those that are still open."""
    parts = [prepared(one.cut.passage, attempt, languages) for one in waiting]
    for one, result in zip(waiting, _tried(parts, attempt, translate, languages), strict=True):
        if isinstance(result, Failed):
            one.faults = one.faults or result.reasons
        else:
            one.made, one.notes = result.made, result.notes
    return [one for one in waiting if one.made is None]


def _tried(
    sentences: Sequence[tuple[Cut, ...]], attempt: Attempt, translate: Translate, languages: Languages
) -> list[Succeeded | Failed]:
    """What becomes of sentences, each in the parts that an engine is asked for.

    Where words of markup cannot be found again, the engine is asked once more, with these words in quotation marks.
    """
    texts = dict.fromkeys(text for one in sentences for text in needed(one, languages))
    replies = Replies(translate(list(texts), attempt.effort) if texts else {}, languages.pair)
    results = [tried(one, replies, languages) for one in sentences]
    loose = [index for index, one in enumerate(results) if isinstance(one, Succeeded) and one.has_loose_spans]
    pointed = dict.fromkeys(text for index in loose for text in pointed_out(sentences[index]))
    if pointed:
        replies = replies.and_also(translate(list(pointed), attempt.effort))
        for index in loose:
            results[index] = tried(sentences[index], replies, languages)
    return results


@dataclass(slots=True)
class _Sentence:
    """A sentence on its way, the passages inside of its atoms, and what became of it."""

    cut: Cut
    nested: Mapping[Words, "_Text"]
    made: Made | None = None
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def result(self) -> Made:
        """What was made of it; itself, where there is nothing to translate or nothing was made."""
        return self.made or untouched(self.cut.passage)


@dataclass(slots=True)
class _Text:
    """A passage cut into sentences."""

    sentences: tuple[_Sentence, ...]

    @classmethod
    def of(cls, passage: Passage, language: str) -> "_Text":
        return cls(tuple(_Sentence(one, _nested(one.passage, language)) for one in cut(passage, language, bounds)))

    def everything(self) -> Iterator[_Sentence]:
        """Its sentences, and those inside of their atoms."""
        for one in self.sentences:
            yield one
            for text in one.nested.values():
                yield from text.everything()

    def result(self) -> Joined:
        return Joined(tuple(Piece(one.result(), one.cut.before, one.cut.opening, one.cut.closing) for one in self.sentences))


def _nested(passage: Passage, language: str) -> dict[Words, _Text]:
    parts = (part for anchor in passage.anchors for part in anchor.parts)
    return {part: _Text.of(part.passage, language) for part in parts if isinstance(part, Words)}


@dataclass(slots=True)
class _Unit:
    """A unit on its way."""

    asked: Asked
    passage: Passage
    text: _Text

    @classmethod
    def of(cls, asked: Asked, language: str) -> "_Unit":
        passage = read_string(asked.unit.msgid) if _is_string(asked) else read_markdown(asked.unit.msgid, _around(asked))
        return cls(asked, passage, _Text.of(passage, language))

    def draft(self, languages: Languages) -> Draft:
        """The draft, if a sentence of it has not failed and no rule would refuse it."""
        everything = list(self.text.everything())
        if not any(one.cut.passage.has_words for one in everything):
            return Draft(self._without_words(languages))
        faults = [fault for one in self.text.sentences for fault in one.faults if one.made is None]
        if faults:
            return _empty(faults)
        made = self._written(tuple(dict.fromkeys(note for one in everything for note in _told(one))))
        wrong = list(refusals(self.asked, made.text, languages.pair.target, languages.glossary)) if made.text else []
        return _empty(wrong) if wrong else made

    def _without_words(self, languages: Languages) -> str:
        """Figures and signs alone, as the language writes them; anything besides stays as it is."""
        original = self.asked.unit.msgid
        return normalised(original, languages.pair.target) if self.passage == Passage(original) else original

    def _written(self, notes: tuple[str, ...]) -> Draft:
        nested = {words: text.result() for one in self.text.everything() for words, text in one.nested.items()}
        for style in Style:
            draft = written(self.text.result(), Manner(style, nested, is_markdown=not _is_string(self.asked)))
            if self._is_proved(draft):
                return Draft(draft, (*notes, *([_APPENDED] if style is Style.APPENDED else ())))
        return _empty([_UNWRITTEN])

    def _is_proved(self, draft: str) -> bool:
        if _is_string(self.asked):
            return keeps_words(self.passage, draft)
        return keeps_everything(self.asked.unit.msgid, draft, _around(self.asked), self.passage)


def _empty(reasons: Iterable[str]) -> Draft:
    return Draft("", tuple(dict.fromkeys(f"left empty: {reason}" for reason in reasons)))


def _told(sentence: _Sentence) -> tuple[str, ...]:
    """Notes; for words inside of an atom that stayed as they were, that they did."""
    if sentence.made is None and sentence.faults:
        words = " ".join(sentence.cut.passage.text.split())
        return (f"“{words}” was left in the original language: {'; '.join(sentence.faults)}",)
    return sentence.notes


def _is_string(asked: Asked) -> bool:
    return isinstance(asked.unit.target, str)


def _around(asked: Asked) -> Surroundings:
    return Surroundings(asked.document.environment, asked.document.raw_html)
