"""T014: the same words are emphasised, and no mark is printed."""

import pytest

from dossier.model.document import Unit, UnitKind
from dossier.model.place import Place
from dossier.model.translation import State, Translation
from dossier.translation.checks.fidelity.emphasis import check
from dossier.translation.checks.passage import passage
from translation.samples import beside, document

FAULTS = [
    ("A **strong** word", "fr", "Un mot fort"),
    ("A *stressed* word", "fr", "Un mot accentué"),
    ("A word", "fr", "Un **mot**"),
    ("A word", "fr", "Un *mot*"),
    ("A ~~wrong~~ word", "fr", "Un mot faux"),
    ("A **strong** word", "fr", "Un mot *fort*"),
    ("A **strong** and **stronger** word", "fr", "Un mot **fort** et plus fort"),
    ("A **strong** word", "fr", "Un mot ** fort**"),
    ("A **strong** word", "fr", "Un mot **fort **"),
    ("A **strong** word", "fr", "Un mot **fort*"),
    ("**“Secrets”**, they say", "fr", "Les **« Secrets »**s, disent-ils"),
    ("*May* is said", "fr", "_Pourrait _ est dit"),
    ("A **strong** word", "fr", "Un mot \\*\\*fort\\*\\*"),
    ("**«Human rights»** they say", "fa", "__«حقوق بشر»__ها می‌گویند"),
    ("**“Human rights”** they say", "fa", "**«حقوق بشر» **\u200cها می‌گویند"),
    ("A **strong** word", "fa", "واژه‌ای نیرومند"),
    ("A *stressed* word", "fa", "واژه‌ای مؤکد"),
    ("A word", "fa", "یک **واژه**"),
    ("A ~~wrong~~ word", "fa", "واژهٔ نادرست"),
    ("*May* is said", "fa", "* شاید* گفته می‌شود"),
    ("**a** and *b*", "fa", "**الف** و ب"),
    ("**a** and **b**", "fa", "**الف** و ** ب **"),
    ("A **strong** word", "fa", "واژه‌ای ** نیرومند **"),
    ("A *stressed* word", "fa", "واژه‌ای _(مؤکد)_تر"),
    ("A word", "fa", "یک *واژه*"),
    ("A **strong** word", "fa", "واژه‌ای __نیرومند__تر"),
]
GOOD = [
    ("A **strong** word", "fr", "Un mot **fort**"),
    ("A *stressed* word", "fr", "Un mot *accentué*"),
    ("A *stressed* word", "fr", "Un mot _accentué_"),
    ("A ***loud*** word", "fr", "Un mot ***criard***"),
    ("A ~~wrong~~ word", "fr", "Un mot ~~faux~~"),
    ("A **first** and *second*", "fr", "Un *second* et **premier**"),
    ("2 * 3 and *.txt", "fr", "2 * 3 et *.txt"),
    ("Required *", "fr", "Obligatoire *"),
    ("a_b and snake_case", "fr", "a_b et nom_de_fichier"),
    ("_File", "fr", "_Fichier"),
    ("“Secrets”, they say", "fr", "« Secrets » (*des secrets*), disent-ils"),
    ("see `**x**`", "fr", "voir `**x**`"),
    ("**“Rights”** are", "fr", "Les **« droits »** sont"),
    ("A **strong** word", "fa", "واژه‌ای **نیرومند**"),
    ("A *stressed* word", "fa", "واژه‌ای *مؤکد*"),
    ("A *stressed* word", "fa", "واژه‌ای **مؤکد**"),
    ("A ***loud*** word", "fa", "واژه‌ای **بلند**"),
    ("**“Human rights”** they say", "fa", "«**حقوق بشر**»ها می‌گویند"),
    ("**“Human rights”** they say", "fa", "**«حقوق بشر»**ها می‌گویند"),
    ("**“Human rights”** they say", "fa", "**«حقوق بشر»**\u200cها می‌گویند"),
    ("A *stressed* word", "fa", "واژه‌ای *(مؤکد)*تر"),
    ("**a** and *b*", "fa", "**الف** و **ب**"),
    ("A ~~wrong~~ word", "fa", "واژهٔ ~~نادرست~~"),
    ("2 * 3", "fa", "۲ * ۳"),
    ("no mark", "fa", "بی‌نشان"),
    ("_File", "fa", "_پرونده"),
    ("*May* is said", "fa", "*شاید* گفته می‌شود"),
    ("see `*x*`", "fa", "`*x*` را ببینید"),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_other_emphasis_is_told(original: str, language: str, translation: str) -> None:
    found = list(check(beside(original, translation, language=language)))
    assert found
    assert {one.code for one in found} == {"T014"}


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_the_same_emphasis_is_good(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


@pytest.mark.parametrize(
    ("original", "translation", "mend"),
    [
        ("**“Rights”** are", "__«حقوق بشر»__ها", "put the marks inside: «__حقوق بشر__»"),
        ("A **strong** word", "واژه‌ای ** نیرومند **", "let the marks touch the words: **نیرومند**"),
        ("A **strong** word", "واژه‌ای نیرومند", "mark the same words: **words**"),
        ("A word", "یک **واژه**", "take the marks out"),
    ],
)
def test_it_says_how_to_mend(original: str, translation: str, mend: str) -> None:
    (found,) = check(beside(original, translation, language="fa"))
    assert found.mend == mend


def test_front_matter_is_no_markdown() -> None:
    title = Unit("A title", UnitKind.TITLE, Place("content/demo/sample.md", 2, 8), "title", "en")
    entry = Translation("Un **titre**", State.REVIEWED, Place("fr.po", 7, 1))
    (found,) = check(passage(document("x\n", title="A title"), title, entry, "fr", beside("a", "b").glossary))
    assert found.mend == "take “**” out: this text is no Markdown"
