"""Quotations with seeded edits: every altered one is refused or marked, no faithful one is."""

from collections import Counter
from collections.abc import Iterable

from mutator import CHANGED, REFUSED, Quote, altered, badly_set, faithful, from_wrong_sources, sources

from dossier.attribution.quotations.folding import FoldedText, fold
from dossier.attribution.quotations.matching import MatchKind, compare

FOLDED = {source.name: fold(source.text) for source in sources()}


def _others(quotes: Iterable[Quote], kind: MatchKind, folded: dict[str, FoldedText] = FOLDED) -> tuple[int, list[object]]:
    """How many quotations there were, and those that came out as another kind."""
    matches = [(quote, compare(quote.text, folded[quote.source], language=quote.language)) for quote in quotes]
    counts = Counter(quote.kind for quote, _ in matches)
    print(*(f"{name}: {count}" for name, count in sorted(counts.items())), sep="\n")
    return len(matches), [(quote, match) for quote, match in matches if match.kind is not kind]


def test_every_alteration_is_refused() -> None:
    count, others = _others(altered(REFUSED), MatchKind.MISSING)
    assert not others
    assert count >= 150


def test_words_from_the_wrong_source_are_refused() -> None:
    count, others = _others(from_wrong_sources(), MatchKind.MISSING)
    assert not others
    assert count >= 30


def test_every_change_of_sense_is_told() -> None:
    count, others = _others(altered(CHANGED), MatchKind.CHANGED)
    assert not others
    assert count >= 200


def test_no_faithful_quotation_is_refused() -> None:
    count, others = _others(faithful(), MatchKind.FOUND)
    assert not others
    assert count >= 1000


def test_bad_scans_have_the_same_words() -> None:
    scans = {source.name: fold(badly_set(source)) for source in sources()}
    verbatim = [quote for quote in faithful() if quote.kind in ("verbatim", "words left out", "straight marks", "sic")]
    count, others = _others(verbatim, MatchKind.FOUND, scans)
    assert not others
    assert count == 4 * 36


def test_corpus_is_large_enough() -> None:
    assert len(FOLDED) >= 12
    assert {source.language for source in sources()} == {"en", "fr", "fa"}
