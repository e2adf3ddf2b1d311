"""What every rule is handed: words, and prose without what is no language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.content.markdown import parse_inline
from dossier.model.place import Place
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.checks import RULES, check, fidelity
from dossier.translation.checks.prose import prose
from dossier.translation.folding import outline
from translation.samples import beside, document

PLAIN = st.text("aé ب،\u200c.,:;?()'\"/|#$%+-=>@0۱\t", max_size=40)
TEXTS = st.text("ab é«»ن\u200c12۳,.:;!?*_~`[](){}<>&\\^@#$%'’“”-–/\n", max_size=60)


@given(PLAIN)
def test_text_without_signs_of_markdown_is_what_the_parser_makes_of_it(text: str) -> None:
    one = beside("a", text)
    assert outline(one.translated) == outline(parse_inline(text, {"citations": True})) or not text


@given(TEXTS, TEXTS, st.sampled_from(["fr", "fa", "ar", "de", "zh-Hans", "pt-BR"]))
def test_no_rule_stumbles(original: str, translation: str, language: str) -> None:
    one = beside(f"x{original}", translation, language=language)
    for rule in RULES:
        for finding in rule(one):
            assert finding.message
            assert finding.mend


@pytest.mark.parametrize(
    "text",
    [
        "A plain sentence of no great interest.",
        "A **strong** word, [a link](a.md), `code`, [@a, para. 4], ~~gone~~ and a note.[^1]",
        "On 3 September 2020, 30,000 people wrote to https://example.org/a, and 5% did not.",
    ],
)
def test_a_text_says_what_it_says_itself(text: str) -> None:
    one = beside(text, text, language="en-GB")
    assert [found.message for rule in fidelity.RULES for found in rule(one)] == []


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("see https://example.org/1988 or a5@example.org", "", "see   or  "),
        ("%1$s of %-12d, %(n)s, %5.2f, %.50s", "", "  of  ,  ,  ,  "),
        ("<b>5</b> &#160; x", "", " 5    x"),
        ("%50 and $5", "", "%50 and $5"),
        ("%1 and {0}", "%1 {0}", "  and  "),
        ("50% of 7", "", "50% of 7"),
        ("a: b, c", "", "a: b, c"),
    ],
)
def test_prose_is_without_addresses_placeholders_and_tags(text: str, other: str, expected: str) -> None:
    assert prose(text, other) == expected


def test_a_unit_in_the_language_of_the_edition_is_no_translation() -> None:
    source = document("A **strong** word\n", language="fr")
    entry = Translation("Un mot", State.REVIEWED, Place("fr.po", 7, 1))
    assert check(source, Catalog("fr", {(None, "A **strong** word"): entry})) == ()


def test_notes_are_numbered_anew_in_each_passage() -> None:
    one = beside("A note.[^1] Another.[^other]", "Une note[^other]. Une autre[^1].")
    assert [token.meta["id"] for token in one.translated if token.type == "footnote_ref"] == [0, 1]
    assert [token.meta["label"] for token in one.original if token.type == "footnote_ref"] == ["1", "other"]
