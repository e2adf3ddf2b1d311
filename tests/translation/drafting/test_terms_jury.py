"""The glossary in machine drafts, judged by T015 on the repository's own catalogs."""

from collections.abc import Iterator

import pytest

from dossier.language.name_search import search_in
from dossier.model.glossary import Glossary
from dossier.translation.checks.fidelity.terms import check
from dossier.translation.checks.passage import Passage
from dossier.translation.drafting.terms import Term, alone, enforced, terms_in
from dossier.translation.engines.engine import Pair, Reply
from translation.checks.pairs import Pair as Translated
from translation.checks.pairs import as_passage, catalogs, glossary

LANGUAGES = ("fr", "fa")
ENOUGH = 100


def _passages(language: str) -> Iterator[tuple[Translated, Passage, tuple[Term, ...]]]:
    for pair in catalogs(language):
        one = as_passage(pair)
        terms = terms_in(one.original_words, glossary(), Pair("en", language))
        if terms:
            yield pair, one, terms


def _findings(original: str, translation: str, language: str) -> list[str]:
    return [finding.message for finding in check(as_passage(Translated(original, "", language, markdown=False), translation))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_of_an_original_are_those_that_the_check_finds(language: str) -> None:
    whole: Glossary = glossary()
    search = search_in("en", whole.entries)
    assert search is not None
    named = {entry.id for entry in whole.entries if language in entry.forms or language in entry.abbreviations}
    found = 0
    for pair in catalogs(language):
        words = as_passage(pair).original_words
        terms = terms_in(words, whole, Pair("en", language))
        assert {term.entry.id for term in terms} == named & set(search.found(words))
        found += len(terms)
    assert found > ENOUGH


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_check_finds_right_is_left_as_it_is(language: str) -> None:
    for _, one, terms in _passages(language):
        if not list(check(one)):
            found = enforced(one.translated_words, terms, {})
            assert found.text == one.translated_words
            assert not [note for note in found.notes if "not found" in note]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_finds_nothing_where_an_engine_left_all_terms_as_they_were(language: str) -> None:
    wrong = 0
    for _, one, terms in _passages(language):
        found = enforced(one.original_words, terms, {})
        assert not _findings(one.original_words, found.text, language)
        wrong += bool(_findings(one.original_words, one.original_words, language))
    assert wrong > ENOUGH / 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_finds_nothing_where_an_engine_has_words_of_its_own_for_terms(language: str) -> None:
    for _, one, terms in _passages(language):
        own = {words: f"Zog{'zog' * number} vam" for number, words in enumerate(alone(terms))}
        text = one.original_words
        for words in sorted(own, key=len, reverse=True):
            text = text.replace(words, own[words])
        found = enforced(text, terms, {words: Reply(made) for words, made in own.items()})
        assert not _findings(one.original_words, found.text, language)
