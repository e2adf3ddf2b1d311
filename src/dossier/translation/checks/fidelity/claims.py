"""T010: a translation marks the same claims; marked words and answers have the figures of the original's."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.content.claim_marks import claim_marks
from dossier.language.number_words import worded_numbers
from dossier.language.numerals import numbers_in
from dossier.model.document import UnitKind
from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage

_YEAR = re.compile(r"\d{4}")


def check(one: Passage) -> Iterator[Finding]:
    """Compare the marks as multisets; where they are the same, the figures of what each claim's words say.

    A translation may write a figure in words; it may not write another one. The same goes for an answer of ``claims.toml``.
    """
    if one.unit.kind is UnitKind.CLAIM_ANSWER:
        yield from check_answer(one.unit.msgid, one.translation.text)
    yield from _marks(one)


def says_something(one: Passage) -> bool:
    """Whether this rule speaks: other rules need not tell of the same figures again."""
    return any(True for _ in check(one))


def _marks(one: Passage) -> Iterator[Finding]:
    before, after = one.original_parts["claim"], one.translated_parts["claim"]
    if before != after:
        yield from differences("T010", "claim", before, after, "[words]{{claim={}}}".format)
    elif before:
        given, written = _marked(one.original), _marked(one.translated)
        for claim, words in written.items():
            yield from _others(set(numbers_in(words)), set(numbers_in(given[claim])), f"in the words of the claim “{claim}”")
            if numbers_in(given[claim]) and not numbers_in(words) and not worded_numbers(words, one.language):
                message = f"the words of the claim “{claim}” have no number in the translation: they are “{words}”"
                yield Finding("T010", message, "mark the words with the number, as the original does")


def check_answer(original: str, translation: str) -> Iterator[Finding]:
    """Compare the figures of an answer of ``claims.toml`` with those of its translation."""
    yield from _others(set(numbers_in(translation)), set(numbers_in(original)), "in an answer")


def _others(figures: set[str], given: set[str], where: str) -> Iterator[Finding]:
    for figure in sorted(figures - given):
        if not any(_is_same_year(figure, number) for number in given):
            message = f"the translation has “{figure}” {where}, the original has {', '.join(sorted(given)) or 'no figure'}"
            yield Finding("T010", message, "write the figures of the original, in the digits of the translation")


def _is_same_year(translated: str, original: str) -> bool:
    """Whether a year was counted in the other calendar: 1988 is 1366 or 1367 in the solar Hijri one that Persian readers use."""
    if not (_YEAR.fullmatch(translated) and _YEAR.fullmatch(original)):
        return False
    return abs(int(original) - int(translated)) in (621, 622)


def _marked(tokens: Sequence[Token]) -> dict[str, str]:
    """The marked words, by claim."""
    words: dict[str, str] = {}
    for mark in claim_marks(tokens):
        words[mark.claim] = f"{words.get(mark.claim, '')} | {mark.words}".removeprefix(" | ")
    return words
