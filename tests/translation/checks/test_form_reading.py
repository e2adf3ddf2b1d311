"""What the rules of form read, and how long they take for what strangers send."""

from time import process_time

import pytest

from dossier.model.document import Unit, UnitKind
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.translation import State, Translation
from dossier.translation.checks.form import RULES
from dossier.translation.checks.form.reading import NOTE, OBJECT, around, read
from dossier.translation.checks.passage import Passage, passage
from translation.samples import beside, document


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Un *mot* **fort**.", "Un mot fort."),
        ("Un `mot` ici.", f"Un {OBJECT} ici."),
        ("Un mot[^1] ici.", f"Un mot{NOTE} ici."),
        ("Un mot[@letter, p. 3] ici.", f"Un mot{NOTE} ici."),
        ('Une [lettre](a.md "titre").', "Une lettre."),
        ("Voir <https://example.org/a>.", f"Voir {OBJECT}."),
        ("Voir https://example.org/a?b=c.", f"Voir {OBJECT}."),
        ("Voir /etc/passwd et l’un et/ou l’autre", f"Voir {OBJECT} et l’un et/ou l’autre"),
        ("Écrire à a@example.org.", f"Écrire à {OBJECT}."),
        ("Soit %s, {nom}, %(a)d et 10 % de %d", f"Soit {OBJECT}, {OBJECT}, {OBJECT} et 10 % de {OBJECT}"),
        ("Un <b>mot</b> &amp; plus", f"Un {NOTE}mot{NOTE} & plus"),
        ("Ceci\nest plié", "Ceci est plié"),
        ("Un [mot]{lang=ar} et [un [autre]{claim=a} mot]{lang=en}.", f"Un {OBJECT} et {OBJECT}."),
        ("Le [mot]{lang=fr}.", "Le mot."),
        ('![Un plan](a.svg "Le titre")', f"{NOTE}Un plan{NOTE}\nLe titre"),
        ("Un \\*mot\\*.", "Un *mot*."),
    ],
)
def test_the_running_text_has_signs_in_the_place_of_what_is_no_text(text: str, running: str) -> None:
    assert read(beside("A word.", text)).translated == running


def test_each_passage_is_read_anew() -> None:
    texts = [read(beside("A word.", f"Mot {number}")).translated for number in range(50)]
    assert texts == [f"Mot {number}" for number in range(50)]


def test_a_message_shows_whole_words_and_no_sign_of_ours() -> None:
    text = f"Le début de la phrase est long{NOTE} et la faute est ici {OBJECT} au milieu de la phrase qui est longue"
    place = text.index("faute")
    assert around(text, place, place + 5) == "…phrase est long et la faute est ici ▯ au milieu de…"


def as_string(original: str, translation: str, language: str) -> Passage:
    """A string of the front matter, which is not parsed, beside its translation."""
    place = Place("content/demo/sample.md", 2, 8)
    unit = Unit(original, UnitKind.FRONT_MATTER, place, "subtitle", "en")
    return passage(document(""), unit, Translation(translation, State.REVIEWED, place), language, Glossary())


PIECES = (
    *(
        "a.",
        "a",
        "« ",
        "“a ",
        "(",
        "[a](",
        "<a ",
        '<a b="',
        "@",
        "a@",
        "%",
        "{a",
        "&a",
        "/a",
        "-- ",
        " ",
        "\u2067",
        "\u200c",
        "می ",
    ),
    *("۱", "1 ", "a b ", '"', "'a ", "\u0430", "nous ", ",", "ه ای ", "«.»", "م.", "a\u0430 ", "etc. "),
)


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    long = piece * 20_000
    start = process_time()
    for language in ("fr", "fa"):
        for check in RULES:
            list(check(as_string("A word.", f"{long}@ نامه", language)))
            list(check(as_string(long, f"{long} mot", language)))
    assert process_time() - start < 10
