"""T019: brackets."""

import pytest
from form_tables import Pair, fa, fr, said

from dossier.translation.checks.form.brackets import check

FAULTS = (
    fr("The letter (sent in 2020).", "La lettre (envoyée en 2020."),
    fr("The letter (sent in 2020).", "La lettre envoyée en 2020)."),
    fr("The letter (sent in 2020).", "La lettre )envoyée en 2020(."),
    fr("The letter (sent in 2020).", "La lettre (envoyée en 2020]."),
    fr("They said “[we] know”.", "Ils ont dit « [nous savons »."),
    fr("They said “[we] know”.", "Ils ont dit « nous] savons »."),
    fr("A set {a, b}.", "Un ensemble {a, b."),
    fr("One (two (three)) four.", "Un (deux (trois) quatre."),
    fr("One (two) and three (four).", "Un (deux) et trois quatre)."),
    fr("See [the letter](a.md).", "Voir [la lettre(a.md)."),
    fr("A word (*in italics*).", "Un mot (*en italique*."),
    fr("A word (`code`) here.", "Un mot `code`) ici."),
    fr("No bracket here.", "Aucune (parenthèse ici."),
    fa("The letter (sent in 2020).", "نامه (فرستاده‌شده در ۲۰۲۰."),
    fa("The letter (sent in 2020).", "نامه فرستاده‌شده در ۲۰۲۰)."),
    fa("The letter (sent in 2020).", "نامه )فرستاده‌شده در ۲۰۲۰(."),
    fa("In 1367 (1988).", "در سال ۱۳۶۷ (۱۹۸۸]."),
    fa("a) first, b) second (and last)", "الف) نخست، ب) دوم و آخر) پایان"),
)
GOOD = (
    fr("The letter (sent in 2020).", "La lettre (envoyée en 2020)."),
    fr("The letter (sent in 2020).", "La lettre, envoyée en 2020."),
    fr("One (two [three]).", "Un (deux [trois])."),
    fr("a) the letter; b) the report", "a) la lettre ; b) le rapport"),
    fr("1) the letter", "1) la lettre"),
    fr("Thank you :-)", "Merci :-)"),
    fr("Thank you ;)", "Merci (à tous) ;)"),
    fr("An interval [0, 1).", "Un intervalle [0, 1)."),
    fr("See `f(x` in the code.", "Voir `f(x` dans le code."),
    fr("Read [the letter](letter.md).[^1]", "Lisez [la lettre](letter.md)[^1]."),
    fr("Words.[@letter, para. 4]", "Des mots[@letter, para. 4]."),
    fr("Over [30,000]{claim=dead} people.", "Plus de [30 000]{claim=dead} personnes."),
    fr("Text with \\[an escape\\].", "Texte avec \\[un échappement\\]."),
    fa("The letter (sent in 2020).", "نامه (فرستاده‌شده در ۲۰۲۰)."),
    fa("a) first b) second", "الف) نخست ب) دوم"),
    fa("In 1367 (1988), [they] wrote.", "در ۱۳۶۷ (۱۹۸۸) [آنان] نوشتند."),
    fa("No bracket.", "بدون پرانتز."),
    fa("A {b} c.", "یک {b} سه."),
)


@pytest.mark.parametrize("pair", FAULTS, ids=str)
def test_a_bracket_without_its_other_half_is_told_once(pair: Pair) -> None:
    assert len(said(check, pair)) == 1


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_brackets_in_order_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_the_message_shows_the_words_around() -> None:
    [message] = said(check, fr("The letter (sent in 2020) says so.", "La lettre (envoyée en 2020 le dit."))
    assert message == "a bracket “(” is never closed: La lettre (envoyée en 2020 le dit."
