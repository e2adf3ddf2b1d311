"""Claims before translators: answers as units, marks of claims in passages kept by whoever translates them."""

import pytest
from samples import beside, document, po
from test_weaving_law import law_holds

from dossier.model.claims import Claims
from dossier.model.document import Document, DocumentKind, MatterString, UnitKind
from dossier.model.place import Place
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.atoms import atoms, transplanted
from dossier.translation.checks import check
from dossier.translation.checks.fidelity.claims import check as check_claims
from dossier.translation.cut import cut, translatable
from dossier.translation.memory import remember
from dossier.translation.merge import merge

PATH = "content/demo/claims.toml"


def claims() -> Document:
    texts = {
        "questions.0.question": ("How many?", "en"),
        "questions.0.answers.0.answer": ("“over 30,000”", "en"),
        "questions.0.answers.0.voice": ("quoting a judge", "en"),
        "questions.0.answers.1.answer": ("«بیش از ۳۰ هزار»", "fa"),
    }
    strings = tuple(
        MatterString(key, text, Place(PATH, line, 1), tag) for line, (key, (text, tag)) in enumerate(texts.items(), 3)
    )
    matter = Claims.model_validate(
        {"questions": [{"id": "victims", "question": "How many?", "answers": [{"source": "a", "answer": "x"}]}]}
    )
    return Document("claims", PATH, DocumentKind.CLAIMS, "en", matter, strings)


def test_questions_answers_and_voices_are_units() -> None:
    assert [(unit.msgid, unit.kind, unit.place.line) for unit in cut(claims())] == [
        ("How many?", UnitKind.CLAIM_QUESTION, 3),
        ("“over 30,000”", UnitKind.CLAIM_ANSWER, 4),
        ("quoting a judge", UnitKind.CLAIM_VOICE, 5),
        ("«بیش از ۳۰ هزار»", UnitKind.CLAIM_ANSWER, 6),
    ]


def test_an_answer_is_translated_from_the_language_it_is_in() -> None:
    assert [unit.msgid for unit in translatable(claims(), "en")] == ["«بیش از ۳۰ هزار»"]
    assert len(translatable(claims(), "fr")) == 4


# -- marks


def findings(original: str, translation: str) -> list[str]:
    found = check_claims(beside(original, translation))
    return [f"{one.code}: {one.message} ({one.mend})" for one in found]


@pytest.mark.parametrize(
    "translation",
    [
        "[plus de 30 000]{claim=victims} morts",
        "[بیش از ۳۰٬۰۰۰]{claim=victims}",
        "[plus de trente mille]{claim=victims}",
        "*[30.000]{.x claim=victims}*",
    ],
)
def test_a_translation_that_marks_the_same_claim_is_not_told(translation: str) -> None:
    assert findings("They say [over 30,000]{claim=victims}.", translation) == []


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        ("plus de 30 000", "T010: the translation lost the claim “victims” (copy it from the original: [words]{claim=victims})"),
        (
            "[30 000]{claim=law}",
            "T010: the translation has the claim “law” where the original has “victims” "
            "(write it as in the original: [words]{claim=victims})",
        ),
        (
            "[plus de 33 000]{claim=victims}",
            "T010: the translation has “33000” in the words of the claim “victims”, the original has 30000 "
            "(write the figures of the original, in the digits of the translation)",
        ),
        (
            "[3 000]{claim=victims}",
            "T010: the translation has “3000” in the words of the claim “victims”, the original has 30000 "
            "(write the figures of the original, in the digits of the translation)",
        ),
    ],
)
def test_a_mark_that_changes_is_told(translation: str, told: str) -> None:
    assert findings("They say [over 30,000]{claim=victims}.", translation) == [told]


def test_a_translated_answer_keeps_its_figures() -> None:
    def told(translation: str) -> list[str]:
        entries = {(None, "“over 30,000”"): Translation(translation, State.REVIEWED, Place("fr.po", 9))}
        return [found.code.id for found in check(claims(), Catalog("fr", entries))]

    assert told("« plus de 30 000 »") == told("« plus de trente mille »") == []
    assert told("« plus de 33 000 »") == ["T010"]


def test_a_year_may_be_counted_as_readers_count() -> None:
    assert findings("[in 1988]{claim=when}", "[در ۱۳۶۷]{claim=when}") == []
    assert findings("[در ۱۳۶۷]{claim=when}", "[in 1988]{claim=when}") == []
    assert len(findings("[in 1988]{claim=when}", "[در ۱۳۶۸]{claim=when}")) == 1
    assert len(findings("[1988.5]{claim=when}", "[1367]{claim=when}")) == 1


def test_the_rule_is_in_the_list() -> None:
    source = document("They say [30,000]{claim=victims}.\n")
    catalog = Catalog("fr", {(None, cut(source)[0].msgid): Translation("Ils disent 30 000.", State.DRAFT, Place("fr.po", 7))})
    assert [(found.code.id, found.place.line) for found in check(source, catalog)] == [("T010", 7)]


@pytest.mark.parametrize(
    "text",
    [
        "They say [over 30,000]{claim=victims}, [so *it*\nis]{.x #y} said[^n].\n\n[^n]: By [one]{claim=law}.\n",
        "## [A heading]{claim=x} {#id}\n\n- [item]{claim=x}\n\n| [a]{.x} |\n|---|\n| [b]{claim=y} |\n",
    ],
)
def test_an_identity_catalog_changes_nothing(text: str) -> None:
    law_holds(text)


def test_attributes_are_atoms() -> None:
    assert atoms("[a]{claim=x} [b](c){.d} `[e]{.f}` \\]{.g} h{.i}") == ("{claim=x}", "c")


@pytest.mark.parametrize(
    ("old", "new", "translation", "result"),
    [
        ("[a]{claim=x}", "[a]{claim=y}", "[b]{claim=x}", "[b]{claim=y}"),
        ("[a]{.x} [b]{.z}", "[a]{.y} [b]{.z}", "[c]{.z} [d]{.x}", "[c]{.z} [d]{.y}"),
        ("[a]{claim=x}", "[a]{claim=y}", "b", None),
        ("[a]{claim=x}", "[a]{claim=y}", "[b]{claim=z}", None),
        ("a", "[a]{claim=y}", "b", None),
    ],
)
def test_a_changed_mark_is_carried_into_translations(old: str, new: str, translation: str, result: str | None) -> None:
    assert transplanted(old, new, translation, {}) == result


def test_a_translation_with_a_changed_mark_stays_reviewed() -> None:
    source = document("They say [30,000]{claim=dead}.\n")
    file = po('msgid "They say [30,000]{claim=victims}."\nmsgstr "Ils disent [30 000]{claim=victims}."')
    merged = merge(cut(source), file, remember(()), source.environment).file
    (translation,) = merged.catalog("fr").entries.values()
    assert (translation.text, translation.state) == ("Ils disent [30 000]{claim=dead}.", State.REVIEWED)
