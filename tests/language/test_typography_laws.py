"""The laws of typography, for every language with rules of its own."""

import pytest
from hypothesis import given
from laws import TEXTS, ink

from dossier.language.line import Line
from dossier.language.registry import OWN
from dossier.language.rule import Rule
from dossier.language.typography import typeset, typeset_line
from dossier.language.value import Language

RULES = [pytest.param(rule, id=f"{tag}: {rule.name}") for tag, language in OWN.items() for rule in language.rules]
SIGNS = ",;?!.:،؛؟»)"
LANGUAGES = [pytest.param(language, id=tag) for tag, language in OWN.items()]
QUICK, LONG = 5_000, 50_000
SLOWER = 40
"""How many times as long a text of ten times the length may take; a quadratic expression takes a hundred."""
MEASURABLE = 0.5
"""Seconds below which nobody waits."""


@pytest.mark.parametrize("rule", RULES)
@given(TEXTS)
def test_a_rule_asks_nothing_of_its_own_result(rule: Rule, text: str) -> None:
    once = Line(text).ruled(rule).text
    assert Line(once).ruled(rule).text == once


@pytest.mark.parametrize("rule", RULES)
@given(TEXTS)
def test_edits_come_in_order_and_spaces_are_no_words(rule: Rule, text: str) -> None:
    position = 0
    for edit in rule.find(text):
        assert position <= edit.start <= edit.end <= len(text)
        assert not rule.spaces_only or ink(edit.text) == ink(text[edit.start : edit.end])
        position = edit.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(TEXTS)
def test_setting_twice_is_setting_once(language: Language, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@pytest.mark.parametrize("language", LANGUAGES)
@given(TEXTS, TEXTS, TEXTS)
def test_quoted_and_kept_words_stay(language: Language, before: str, inside: str, behind: str) -> None:
    span = (len(before), len(before) + len(inside))
    quoted = typeset_line(Line(before + inside + behind, quoted=(span,)), language)
    kept = typeset_line(Line(before + inside + behind, kept=(span,)), language)
    assert ink(inside) in ink(quoted.text[slice(*quoted.quoted[0])]) if inside else True
    assert inside in kept.text[slice(*kept.kept[0])] if inside else True


@pytest.mark.parametrize("language", LANGUAGES)
@given(TEXTS)
def test_no_space_becomes_one_that_breaks(language: Language, text: str) -> None:
    """Persian and Arabic do add one: behind a sign that the writer has left tight."""
    added = sum(map(text.count, SIGNS)) if language.rtl else 0
    assert typeset(text, language).count(" ") <= text.count(" ") + added
