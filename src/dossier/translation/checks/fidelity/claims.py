"""T010: a translation marks the same claims; marked words and answers have the figures of the original's."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.content.claim_marks import claim_marks
from dossier.language.numerals import numbers_in
from dossier.model.document import UnitKind
from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage

_YEAR = re.compile(r"\d{4}")


def check(one: Passage) -> Iterator[Finding]:
    """Compare the marks as multisets; where they are the same, the figures of what each claim's words say.

    A translation may write a figure in words; it may not write another one. The same goes for an answer of ``claims.toml``.
    """
    if one.unit.kind is UnitKind.CLAIM_ANSWER:
        yield from check_answer(one.unit.msgid, one.translation.text)
    yield from _marks(one.original, one.translated)


def _marks(original: Sequence[Token], translation: Sequence[Token]) -> Iterator[Finding]:
    before, after = fixed_parts(original)["claim"], fixed_parts(translation)["claim"]
    if before != after:
        yield from differences("T010", "claim", before, after, "[words]{{claim={}}}".format)
        return
    given, written = _figures(original), _figures(translation)
    for claim, figures in written.items():
        yield from _others(figures, given[claim], f"in the words of the claim “{claim}”")


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


def _figures(tokens: Sequence[Token]) -> dict[str, set[str]]:
    figures: dict[str, set[str]] = {}
    for mark in claim_marks(tokens):
        figures.setdefault(mark.claim, set()).update(numbers_in(mark.words))
    return figures
