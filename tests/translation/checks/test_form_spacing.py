"""T022: spaces."""

import pytest
from form_tables import Pair, en, fa, fr, said

from dossier.translation.checks.form.spacing import check

FAULTS = (
    fr("A question?", "Une question?"),
    fr("Yes!", "Oui, certes!"),
    fr("The text: it says.", "Le texte: il dit."),
    fr("The text; it says.", "Le texte; il dit."),
    fr("A “word”.", "Un « mot»."),
    fr("A “word”.", "Un «mot »."),
    fr("A “word” more.", "Un« mot » encore."),
    fr("A word.", "Un mot ."),
    fr("A word, and more.", "Un mot , et plus."),
    fr("A word, and more.", "Un mot,et plus."),
    fr("Ten per cent.", "Soit 10% du total."),
    fr("Number five.", "Le n°5 du journal."),
    fr("A word here.", "Un mot  ici."),
    fr("A (word).", "Un ( mot)."),
    fr("A (word).", "Un (mot )."),
    fr("A word", " Un mot"),
    fr("A word", "Un mot "),
    fr("A word;[@letter] another.", "Un mot[@letter]; un autre."),
    fr("*What?* The letter.", "*Quoi?* La lettre."),
    fr("A [letter](a.md); it says.", "Une [lettre](a.md); elle dit."),
    fa("A letter, and more.", "نامه ، و بیشتر."),
    fa("A letter; it says.", "نامه ؛ می‌گوید."),
    fa("A question?", "پرسش ؟"),
    fa("The text: it says.", "متن : می‌گوید."),
    fa("A letter.", "یک نامه ."),
    fa("A letter, and more.", "نامه،و بیشتر."),
    fa("A letter; it says.", "نامه؛می‌گوید."),
    fa("In 1367, 1988.", "در سال،۱۳۶۷ و ۱۹۸۸."),
    fa("A “letter”.", "یک « نامه»."),
    fa("A “letter”.", "یک «نامه »."),
    fa("A letter here.", "یک  نامه."),
    fa("A (letter).", "یک ( نامه)."),
    fa("A letter", "یک نامه "),
    en("Un mot !", "A word !"),
    en("Un mot, encore.", "A word , again."),
)
GOOD = (
    fr("A question?", "Une question ?"),
    fr("A question?", "Une question\u202f?"),
    fr("The text: it says.", "Le texte\u00a0: il dit ; c’est tout !"),
    fr("A “word”.", "Un « mot »."),
    fr("A “word”.", "Un «\u00a0*mot*\u00a0»."),
    fr("At 12:30.", "À 12:30, le rapport est de 3:1."),
    fr("See https://example.org/a?b=c;d:", "Voir https://example.org/a?b=c;d :"),
    fr("What?!", "Quoi ?! Comment ?!!"),
    fr("Run `a;b`: it works.", "Lancez `a;b` : c’est tout."),
    fr("Ten per cent.", "Soit 10 % du total, n° 5."),
    fr("Use %s: %d%%.", "Utilisez %s : %d %%."),
    fr("Words;[@letter] more.[^1]", "Des mots[@letter] ; davantage[^1]."),
    fr("“,” is a sign.", "« , » est un signe, et « ) » aussi."),
    fr("Version 1.5, .html", "La version 1.5 et un fichier .html"),
    fr("Two words.  And more.", "Deux mots.  Et plus."),
    fr("a,b,c", "a,b,c"),
    fr("(?) (!)", "(?) (!)"),
    fr("A text …", "Un texte …"),
    fr("Name:\n", "Nom :\n"),
    fr("Letters 3:16 &amp; more", "Lettres 3:16 &amp; plus"),
    fr("[ ] to do", "[ ] à faire"),
    Pair("A question?", "Une question? Oui!", "fr-CA"),
    fa("A letter, and more.", "نامه، و بیشتر؛ می‌گوید: «چنین» است؟"),
    fa("12,5 and 12:30", "۱۲،۵ و ۱۲:۳۰"),
    fa("A letter.[@letter] It says.", "نامه.[@letter] می‌گوید؛[^1] پاسخ."),
    fa("A “letter”s", "«نامه»‌ها و (پاسخ)‌ها"),
    fa("The file .html", "پروندهٔ .html را بخوانید"),
    fa("A letter!", "نامه!"),
    en("Un mot : « mot » !", "A word: “word”!"),
    Pair("A word.", "Ein Wort.", "de"),
)


@pytest.mark.parametrize("pair", FAULTS, ids=str)
def test_a_space_in_the_wrong_place_is_told_once(pair: Pair) -> None:
    assert len(said(check, pair)) == 1


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_spaces_of_the_language_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_any_space_is_one() -> None:
    for space in "\u0020\u00a0\u202f\u2009":
        assert said(check, fr("A question?", f"Une question{space}?")) == []


def test_the_message_has_the_words_around() -> None:
    [message] = said(check, fr("Where is it written?", "Où cela est-il écrit?"))
    assert message == "no space before a high sign (; ! ?): Où cela est-il écrit?"
