"""French on the page: spaces, marks, raised letters."""

import pytest
from hypothesis import given
from laws import TEXTS
from visible import as_set, cases_in, meant, shown

from dossier.language.line import Line
from dossier.language.registry import language
from dossier.language.typography import typeset, typeset_line

FRENCH = language("fr")
CASES = cases_in("french_cases.txt")


@pytest.mark.parametrize(("written", "expected"), CASES, ids=[written for written, _ in CASES])
def test_french_is_set_as_the_lexique_says(written: str, expected: str) -> None:
    assert shown(as_set(meant(written), FRENCH)) == expected


def test_there_are_enough_cases_and_enough_of_them_stay() -> None:
    assert len(CASES) >= 200
    assert sum(written == expected for written, expected in CASES) >= 70
    assert len({written for written, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("written", "expected"), CASES, ids=[written for written, _ in CASES])
def test_a_copy_that_is_set_already_stays(written: str, expected: str) -> None:
    assert shown(as_set(meant(expected), FRENCH)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("le 1er septembre", "le 1^er^ septembre"),
        ("la 1re fois, les 1ers", "la 1^re^ fois, les 1^ers^"),
        ("le 2e, la 2nde, le 21e", "le 2^e^, la 2^nde^, le 21^e^"),
        ("les XIXe et XXe siècles", "les XIX^e^ et XX^e^ siècles"),
        ("XIXe-XXe siècles", "XIX^e^-XX^e^ siècles"),
        ("la Ve République", "la V^e^ République"),
        ("Napoléon Ier", "Napoléon I^er^"),
        ("la Ire République", "la I^re^ République"),
        ("no 5, No 6", "n^o^ 5, N^o^ 6"),
        ("nos 5 et 6", "n^os^ 5 et 6"),
    ],
)
def test_endings_of_ordinals_are_raised(written: str, expected: str) -> None:
    assert _marked(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("2ème", "n° 5", "Le rapport", "Les Iraniens", "Ce Vers De Mes", "Mme Dupont, Dr Durand", "nos 5 enfants", "no"),
        *("A/RES/43/2e", "0x1e", "2e-3", "1.2e", "https://a.example/2e", "https://a.example/ le/ 3emes", "Ire", "un e", "IXes2"),
    ],
)
def test_other_letters_stay_on_the_line(text: str) -> None:
    assert _marked(text) == text


def _marked(text: str) -> str:
    """``text``, typeset, with what is raised between ``^``, and plain spaces."""
    text = typeset(text, FRENCH)
    for start, end in reversed(list(FRENCH.raised(text))):
        text = f"{text[:start]}^{text[start:end]}^{text[end:]}"
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@given(TEXTS)
def test_raised_spans_are_letters_in_order(text: str) -> None:
    position = 0
    for start, end in FRENCH.raised(text):
        assert position <= start < end
        assert text[start:end].isalpha()
        position = end


def test_a_verified_quotation_keeps_its_marks_and_gets_its_spaces() -> None:
    text = "Il écrit: « l'année \"noire\" ... 30% » et l'autre..."
    start = text.index("l'année")
    line = typeset_line(Line(text, quoted=((start, text.index(" »")),)), FRENCH)
    assert shown(line.text) == 'Il écrit␣: «␣l\'année "noire" ... 30␣%␣» et l’autre…'


def test_canada_and_switzerland_have_the_same_rules() -> None:
    for tag in ("fr-CA", "fr-CH"):
        assert shown(typeset("Qui? «Oui»: 30%", language(tag))) == "Qui⍽? «␣Oui␣»␣: 30␣%"
