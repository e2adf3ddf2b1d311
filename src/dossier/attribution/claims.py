"""Marked words held against what the sources answer, and the quotations that answers are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.attribution.quotations.folding import JOINER, QUOTE, SPACE, fold
from dossier.content.claim_marks import ClaimMark, claim_marks
from dossier.content.located import Locator
from dossier.content.parsed import ParsedDocument
from dossier.content.quotation_marks import quoted_words
from dossier.content.rules.citations import NAME as CITATION
from dossier.content.schema import nearest
from dossier.language.numerals import numbers_in
from dossier.model.claims import Answer, Claims, Question, answer_key
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document, Dossier
from dossier.model.place import Place
from dossier.model.quotation import Quotation

_SHOWN = 6
"""How many answers a finding lists."""


def check_claims(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """A010 and A011 for the words that documents of ``dossier`` mark as claims.

    Words with figures need these figures among the answers to their question, in whatever digits and grouping; words without need
    to stand in an answer themselves. Where a citation follows in the same block, the answers of the sources it cites are meant.
    """
    questions = {question.id: question for question in claims_of(dossier.claims).questions} if dossier.claims else {}
    found: list[Diagnostic] = []
    for document in (*dossier.parts, *dossier.sources):
        found += _Reading(document, questions).findings()
    return tuple(found)


def claims_of(document: Document) -> Claims:
    """What ``document``, that of ``claims.toml``, was read from."""
    assert isinstance(document.matter, Claims), "the matter of the claims' document is the claims"
    return document.matter


def claim_quotations(document: Document) -> tuple[Quotation, ...]:
    """What stands between quotation marks in the answers of ``document``, that of ``claims.toml``.

    Each must be in the one source of its answer. ``block`` is -1; ``citation`` is the number of the answer in the file, from 0.
    """
    strings = {string.key: string for string in document.strings}
    found: list[Quotation] = []
    for position, (number, index, answer) in enumerate(claims_of(document).answers()):
        string = strings[answer_key(number, index, "answer")]
        for words in quoted_words(answer.answer):
            found.append(Quotation(document.id, -1, position, (answer.source,), words, string.language, string.place))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    questions: Mapping[str, Question]

    def findings(self) -> Iterator[Diagnostic]:
        parsed, locator = ParsedDocument.of(self.document), Locator(self.document)
        for block in parsed.tokens:
            children = block.children or ()
            for mark in claim_marks(children):
                place = locator.place(block, f"[{mark.words}]{{", f"claim={mark.claim}", f'claim="{mark.claim}"', mark.words)
                yield from self._judged(mark, _cited_behind(children, mark), place)

    def _judged(self, mark: ClaimMark, cited: Sequence[str], place: Place) -> Iterator[Diagnostic]:
        question = self.questions.get(mark.claim)
        if question is None:
            yield self._unknown(mark, place)
            return
        answers = [answer for answer in question.answers if not cited or answer.source in cited]
        missing = _missing(mark.words, answers)
        if missing:
            yield _disagreement(mark, question, cited, missing, place)

    def _unknown(self, mark: ClaimMark, place: Place) -> Diagnostic:
        guess = nearest(mark.claim, self.questions)
        known = f"write one of: {', '.join(self.questions)}" if self.questions else "add the question to claims.toml"
        mend = f"did you mean “{guess}”?" if guess else known
        return Diagnostic(CODES["A010"], f"no question of claims.toml has the id “{mark.claim}”", place, mend=mend)


def _cited_behind(children: Sequence[Token], mark: ClaimMark) -> tuple[str, ...]:
    """The sources of the first citation behind ``mark`` in its block that is not only a reference to more (*see*)."""
    behind = (token.meta["citation"].cites for token in children[mark.last + 1 :] if token.type == CITATION)
    named = (tuple(cite.source for cite in cites if not cite.prefix) for cites in behind)
    return next(filter(None, named), ())


def _missing(words: str, answers: Sequence[Answer]) -> tuple[str, ...]:
    """What of ``words`` no answer has: figures, or the words themselves where there are none."""
    figures = numbers_in(words)
    if figures:
        known = {number for answer in answers for number in numbers_in(answer.answer)}
        return tuple(dict.fromkeys(number for number in figures if number not in known))
    return () if any(_folded(words) in _folded(answer.answer) for answer in answers) else (words,)


def _folded(text: str) -> str:
    return fold(text).text.replace(QUOTE, "").replace(JOINER, SPACE).casefold()


def _disagreement(mark: ClaimMark, question: Question, cited: Sequence[str], missing: Sequence[str], place: Place) -> Diagnostic:
    what = ", ".join(f"“{one}”" for one in missing)
    where = f" of {' or '.join(f'“{source}”' for source in cited)}" if cited else ""
    message = f"{what} stands in no answer{where} to “{question.id}”"
    details = tuple((answer.source, answer.answer) for answer in question.answers[:_SHOWN])
    return Diagnostic(CODES["A011"], message, place, details)
