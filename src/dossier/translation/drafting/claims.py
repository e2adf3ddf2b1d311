"""Which words of a translation stand for which term: no two terms claim the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dossier.language.name_places import Placed, placed
from dossier.language.name_search import as_written, inflected
from dossier.translation.engines.engine import Reply

_ARTICLES = {
    "en": re.compile(r"(?:the|an?)\s+", re.IGNORECASE),
    "fr": re.compile(r"(?:les?|la|une?|des)\s+|l['’]", re.IGNORECASE),
    "de": re.compile(r"(?:der|die|das|eine?)\s+", re.IGNORECASE),
    "es": re.compile(r"(?:el|los|las?|una?)\s+", re.IGNORECASE),
}
_AROUND = " \t\n\u00a0\u202f.,;:!?…“”„«»\"‘’'()[]؟،؛"
_NO_WORD = re.compile(r"[\d_@#]")
_JOINED = re.compile(r"\w[.\\]\0|\0[.\\]\w")
_FURTHEST = 40
_SHORTEST_WORD = 4


class Kind(IntEnum):
    """What stands there: a right wording, the words of the original, or what the engine makes of them alone."""

    RIGHT = 0
    UNTRANSLATED = 1
    RENDERED = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """Words at ``text[begin:end]`` that stand for a term, by its number; ``form`` is what is to stand there."""

    begin: int
    end: int
    kind: Kind
    term: int
    form: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A translation in which wordings are looked for."""

    translation: str
    placed: Placed

    def right(self, term: int, accepted: Iterable[str], language: str, *, is_name: bool) -> Iterator[Claim]:
        """Where a wording that the glossary accepts stands, with the endings it may have."""
        for wording in accepted:
            for shape in _with_article(wording, language):
                for begin, end in self.placed.found(inflected(shape, language, is_name=is_name)):
                    yield Claim(begin, end, Kind.RIGHT, term)

    def untranslated(self, term: int, words: str, language: str, form: str) -> Iterator[Claim]:
        """Where ``words`` of the original stand, also in the genitive."""
        genitives = (f"{words}’s",) if language.partition("-")[0] == "en" else ()
        for wording in (words, *genitives):
            yield from self._claims(as_written(wording), Kind.UNTRANSLATED, term, form)

    def rendered(self, term: int, rendering: str, form: str) -> Iterator[Claim]:
        """Where the engine's own ``rendering`` stands."""
        yield from self._claims(as_written(rendering), Kind.RENDERED, term, form)

    def _claims(self, pattern: re.Pattern[str], kind: Kind, term: int, form: str) -> Iterator[Claim]:
        for begin, end in self.placed.found(pattern):
            if not self._is_in_a_code(begin, end):
                yield Claim(begin, end, kind, term, form)

    def _is_in_a_code(self, begin: int, end: int) -> bool:
        """Whether the word that the place is a part of is a number, an identifier or the like: *un-letter-1988*."""
        before = self.translation[max(0, begin - _FURTHEST) : begin]
        after = self.translation[end : end + _FURTHEST]
        rest = (before.split() or [""])[-1] if before[-1:].strip() else ""
        more = after.split()[0] if after[:1].strip() else ""
        return _NO_WORD.search(rest + more) is not None or _JOINED.search(f"{rest}\0{more}") is not None


def standing(translation: str) -> Standing:
    """``translation``, ready for search."""
    return Standing(translation, placed(translation))


def rendering_of(words: str, reply: Reply, language: str) -> str | None:
    """What an engine makes of ``words`` alone, without an article and signs around; ``None`` where that cannot be one term."""
    if reply.cut or len(reply.text) > 5 * len(words) + _FURTHEST:
        return None
    text = " ".join(reply.text.split()).strip(_AROUND)
    if article := _ARTICLES.get(language.partition("-")[0], re.compile(r"(?!)")).match(text):
        text = text[article.end() :]
    is_long = len(text.split()) > 3 * len(words.split()) + 3
    if is_long or re.search(r"[.!?؟]\s", text) or bool(_NO_WORD.search(text)) > bool(_NO_WORD.search(words)):
        return None
    letters = sum(map(str.isalpha, text))
    return text if letters >= (2 if text.isupper() else _SHORTEST_WORD) else None


def settled(claims: Iterable[Claim], needed: Sequence[int]) -> tuple[Claim, ...]:
    """The claims that hold, in order of their places: longer ones before shorter, none that is not needed.

    ``needed`` tells for each term how often the original has it.
    """
    pool = sorted(_lasting(set(claims)), key=lambda claim: (claim.begin - claim.end, claim.kind, claim.begin, claim.term))
    while True:
        chosen = tuple(_apart(pool))
        if not (needless := _needless(chosen, needed)):
            return tuple(sorted(chosen, key=lambda claim: claim.begin))
        pool = [claim for claim in pool if claim not in needless]


def _lasting(claims: Iterable[Claim]) -> Iterator[Claim]:
    """``claims`` but those to change words that a right wording of the same term is a part of."""
    known = tuple(claims)
    right = {(claim.term, place) for claim in known if claim.kind is Kind.RIGHT for place in range(claim.begin, claim.end)}
    for claim in known:
        if claim.kind is Kind.RIGHT or not any((claim.term, place) in right for place in range(claim.begin, claim.end)):
            yield claim


def _apart(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Those of ``claims`` that overlap none before them."""
    taken: set[int] = set()
    for claim in claims:
        places = range(claim.begin, claim.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield claim


def _needless(claims: Sequence[Claim], needed: Sequence[int]) -> set[Claim]:
    needless: set[Claim] = set()
    for term, count in enumerate(needed):
        by_kind = {kind: [claim for claim in claims if claim.term == term and claim.kind is kind] for kind in Kind}
        wanting = count - len(by_kind[Kind.RIGHT])
        if wanting <= 0:
            needless.update(by_kind[Kind.UNTRANSLATED])
        else:
            wanting -= len(by_kind[Kind.UNTRANSLATED])
        if len(by_kind[Kind.RENDERED]) != max(wanting, 0):
            needless.update(by_kind[Kind.RENDERED])
    return needless


def _with_article(wording: str, language: str) -> Iterator[str]:
    """``wording``; if it begins with a French article, also as it is contracted: *du Monde*."""
    yield wording
    article = wording.partition(" ")[0].lower()
    if language.partition("-")[0] == "fr" and article in ("le", "les"):
        rest = wording[len(article) :]
        yield from (f"{word}{rest}" for word in (("du", "au") if article == "le" else ("des", "aux")))
