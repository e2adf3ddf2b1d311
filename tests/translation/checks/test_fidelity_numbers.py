"""T011: the numbers of the original are in the translation, however they are written."""

import pytest

from dossier.model.claims import Claims
from dossier.model.document import Document, DocumentKind, MatterString
from dossier.model.place import Place
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.checks import check as check_document
from dossier.translation.checks.fidelity.numbers import check
from translation.samples import beside

FAULTS = [
    ("Over 30,000 were killed.", "fr", "Plus de 3 000 ont été tués."),
    ("Over 30,000 were killed.", "fr", "Plus de 30 millions ont été tués."),
    ("Over 30,000 were killed.", "fr", "Beaucoup ont été tués."),
    ("Over 30,000 were killed.", "fr", "Plus de 30 000 ont été tués en 12 jours."),
    ("Seven experts signed 18 pages.", "fr", "Sept experts ont signé 19 pages."),
    ("Seven experts signed it.", "fr", "Huit experts l’ont signée."),
    ("Seven experts signed it.", "fr", "8 experts l’ont signée."),
    ("It took 12 weeks.", "fr", "Il a fallu treize semaines."),
    ("About 1.5 million people", "fr", "Environ 15 millions de personnes"),
    ("About 1.5 million people", "fr", "Environ 1,5 milliard de personnes"),
    ("5% of them, 7% of those", "fr", "5 d’entre eux, 7 de ceux-là"),
    ("The years 1988 and 1989", "fr", "Les années 1988 et 1998"),
    ("the 18th century", "fr", "le XIXe siècle"),
    ("Source 002 names 15 questions.", "fr", "La source 003 pose 15 questions."),
    ("It costs $5.", "fr", "Cela coûte 6 $."),
    ("Two of 20 and two of 20", "fr", "Deux sur 20"),
    ("Over 30,000 were killed.", "fa", "بیش از ۳٬۰۰۰ نفر کشته شدند."),
    ("Over 30,000 were killed.", "fa", "بیش از ۳۰ میلیون نفر کشته شدند."),
    ("Over 30,000 were killed.", "fa", "بسیاری کشته شدند."),
    ("In 1988 it began.", "fa", "در سال ۱۳۶۹ آغاز شد."),
    ("In 1988 it began.", "fa", "در سال ۱۹۸۹ آغاز شد."),
    ("Seven experts signed 18 pages.", "fa", "هفت کارشناس ۸۱ صفحه را امضا کردند."),
    ("Seven experts signed it.", "fa", "هشت کارشناس آن را امضا کردند."),
    ("Within 60 days", "fa", "ظرف ۶۰ روز و ۵ ساعت"),
    ("2.5 per cent", "fa", "۲۵ درصد"),
    ("2.5 per cent", "fa", "۲/۵ نفر"),
    ("the 18th letter", "fa", "نامهٔ هفدهم"),
    ("four of the 5 sources", "fa", "چهار منبع از ۶ منبع"),
]
GOOD = [
    ("Over 30,000 were killed.", "fr", "Plus de 30 000 ont été tués."),
    ("Over 30,000 were killed.", "fr", "Plus de 30\u202f000 ont été tués."),
    ("Over 30,000 were killed.", "fr", "Plus de 30 mille ont été tués."),
    ("Over 30,000 were killed.", "fr", "Plus de trente mille ont été tués."),
    ("two letters", "fr", "2 lettres"),
    ("2 letters", "fr", "deux lettres"),
    ("a single letter, 1 of 12", "fr", "une seule lettre, une sur douze"),
    ("the 18th century", "fr", "le XVIIIe siècle"),
    ("the 1st and the 18th", "fr", "le 1er et le 18e"),
    ("5% of 1.5 million", "fr", "5 % de 1,5 million"),
    ("5 per cent", "fr", "cinq pour cent"),
    ("at 5:30 p.m.", "fr", "à 17 h 30"),
    ("See `3` and [9](a-8.md).[@a, para. 6] So.[^1]", "fr", "Voir `33` et [9](b-7.md)[@a, p. 60]. Ainsi[^other]."),
    ("%1$s of %2$d files", "fr", "fichiers %2$d, dont %1$s"),
    ("{0} of 7", "fr", "{0} sur 7"),
    ("See https://un.org/2020/12.", "fr", "Voir https://un.org/2020/12."),
    ("On 3 September 2020 it was sent.", "fr", "Elle a été envoyée le 3 septembre 2020."),
    ("In September 15 people came.", "fr", "En septembre, 15 personnes sont venues."),
    ("eighty, ninety-one and 100", "fr", "quatre-vingts, quatre-vingt-onze et cent"),
    ("one or 1,7,11", "fr", "un ou 1, 7, 11"),
    ("Over 30,000 were killed.", "fa", "بیش از ۳۰٬۰۰۰ نفر کشته شدند."),
    ("Over 30,000 were killed.", "fa", "بیش از ۳۰ هزار نفر کشته شدند."),
    ("Over 30,000 were killed.", "fa", "بیش از سی هزار نفر کشته شدند."),
    ("Over 30,000 were killed.", "fa", "بیش از ٣٠٬٠٠٠ نفر کشته شدند."),
    ("In 1988 it began.", "fa", "در سال ۱۳۶۷ آغاز شد."),
    ("In 1988 it began.", "fa", "در سال ۱۳۶۷ (۱۹۸۸) آغاز شد."),
    ("The 18th letter", "fa", "نامهٔ هجدهم"),
    ("The 18th letter", "fa", "نامهٔ ۱۸م"),
    ("25 people", "fa", "بیست و پنج نفر"),
    ("2.5 per cent", "fa", "۲/۵ درصد"),
    ("2.5%", "fa", "۲٫۵٪"),
    ("50% of it", "fa", "%۵۰ آن"),
    ("first of two letters", "fa", "نخستین نامه از دو نامه"),
    ("seven experts", "fa", "۷ کارشناس"),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_another_number_is_told(original: str, language: str, translation: str) -> None:
    found = list(check(beside(original, translation, language=language)))
    assert found
    assert {one.code for one in found} == {"T011"}


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_the_same_number_is_good_however_it_is_written(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


@pytest.mark.parametrize(
    ("original", "language", "source", "translation"),
    [
        ("Plus de 30 000 ont été tués.", "en", "fr", "Over 30,000 were killed."),
        ("در سال ۱۳۶۷ آغاز شد.", "en", "fa", "It began in 1988."),
        ("سی هزار نفر", "fr", "fa", "30 000 personnes"),
        ("Über 30.000 Tote", "en", "de", "Over 30,000 dead"),
    ],
)
def test_it_goes_from_any_language(original: str, language: str, source: str, translation: str) -> None:
    assert not list(check(beside(original, translation, language=language, source=source)))


def test_a_number_of_thousands_of_digits_is_a_number() -> None:
    assert [one.code for one in check(beside("In 1988", "7" * 10_000, language="fr"))]


def test_it_says_what_to_write() -> None:
    (found,) = check(beside("Over 30,000", "بیش از ۳٬۰۰۰", language="fa"))
    assert found.message == "the translation has the number “3000” where the original has “30000”"
    assert found.mend == "write it as in the original: ۳۰۰۰۰"


def test_what_the_rule_of_claims_has_told_is_not_told_again() -> None:
    wrong = beside("[over 30,000]{claim=victims} in 1988", "[plus de 3 000]{claim=victims} en 1988")
    assert not list(check(wrong))
    twice = beside("[over 30,000]{claim=victims} in 1988", "[plus de 3 000]{claim=victims} en 1987")
    assert [one.message for one in check(twice)] == ["the translation has the number “1987” where the original has “1988”"]


def test_an_answer_is_told_of_once() -> None:
    answer = MatterString("questions.0.answers.0.answer", "“over 30,000”", Place("content/demo/claims.toml", 4, 1), "en")
    matter = Claims.model_validate(
        {"questions": [{"id": "victims", "question": "How many?", "answers": [{"source": "a", "answer": "x"}]}]}
    )
    document = Document("claims", "content/demo/claims.toml", DocumentKind.CLAIMS, "en", matter, (answer,))
    wrong = Translation("« plus de 3 000 »", State.REVIEWED, Place("fr.po", 7, 1))
    found = check_document(document, Catalog("fr", {(None, "“over 30,000”"): wrong}))
    assert [one.code.id for one in found] == ["T010"]
