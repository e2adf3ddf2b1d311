"""T020: words that stand twice in a row."""

import pytest
from form_tables import Pair, en, fa, fr, said

from dossier.translation.checks.form.repetition import check

FAULTS = (
    fr("the letter of the experts", "la lettre de des des experts"),
    fr("A letter of experts.", "Une lettre de de experts."),
    fr("The letter is clear.", "Le le texte est clair."),
    fr("The letter is clear.", "La lettre est est claire."),
    fr("The letter is clear.", "La lettre est claire claire."),
    fr("He has an aim.", "Il a a un but."),
    fr("At home.", "Il est à à la maison."),
    fr("The letter of the man.", "La lettre de l’homme l’homme."),
    fr("A *letter* here.", "Une *lettre* lettre ici."),
    fr("A letter\nhere.", "Une lettre\nlettre ici."),
    fr("A (letter) here.", "Une (lettre lettre) ici."),
    fr("A “letter” here.", "Une « lettre lettre » ici."),
    fr("The letter and the answer.", "La lettre et et la réponse."),
    fr("In Iran in 1988.", "En Iran Iran en 1988."),
    fa("The letter was read.", "نامه را را خواندند."),
    fa("The letter of the experts.", "نامهٔ کارشناسان کارشناسان."),
    fa("And the answer.", "پاسخ و و نامه."),
    fa("They say so.", "می‌گویند می‌گویند که چنین است."),
    fa("Mainly young people.", "عمدتاً عمدتاً جوانان."),
    fa("An index of names.", "نمایه نمایهٔ نام‌ها."),
    fa("In Iran.", "در در ایران."),
    en("La lettre des experts.", "The letter of the the experts."),
)
GOOD = (
    fr("We meet.", "Nous nous réunissons."),
    fr("You know.", "Vous vous en souvenez."),
    fr("It was had had.", "Il a fait faire faire."),
    fr("That that is is.", "Ce qui est est."),
    fr("1988 1988", "1988 1988"),
    fr("Bla, bla.", "Le mot, mot pour mot."),
    fr("“A” A", "Le groupe A A"),
    fr("the word “letter”", "le mot « mot »"),
    fr("The plant.", "Le porte-porte n’existe pas."),
    fr("He has it.", "Il l’a, a-t-on dit."),
    fr("Directory DIR", "le répertoire RÉPERTOIRE"),
    fr("Run `a` `a`.", "Lancez `a` `a`."),
    fr("The map ![map of it](a.svg) shows it.", "Le plan ![plan du lieu](a.svg) le montre."),
    fr("The map ![map of it](a.svg) shows it.", "Le plan ![plan du lieu](a.svg) le montre."),
    fr("The east is far.", "L’est est loin."),
    fr("%s %s", "%s %s"),
    fa("Little by little.", "کم کم روشن شد."),
    fa("One by one.", "تک تک آنان را خواندند."),
    fa("Separately.", "جدا جدا نوشتند."),
    fa("Group by group.", "گروه گروه آمدند."),
    fa("Letters of the letter.", "نامه، نامه است."),
    fa("Three three.", "سه سه تا."),
    fa("Their names and surnames.", "نام نام‌خانوادگی."),
    en("Il l’avait.", "He had had it."),
)


@pytest.mark.parametrize("pair", FAULTS, ids=str)
def test_a_word_that_follows_itself_is_told_once(pair: Pair) -> None:
    assert len(said(check, pair)) == 1


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_what_may_be_said_twice_is_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_a_language_that_repeats_freely_is_left_alone() -> None:
    assert said(check, Pair("Slowly.", "Yavaş yavaş.", "tr")) == []


def test_the_message_has_the_words_and_their_place() -> None:
    [message] = said(check, fr("The letter is clear.", "La lettre est est claire."))
    assert message == "a word stands twice in a row, “est est”: La lettre est est claire."
