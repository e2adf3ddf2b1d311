"""Words of a machine, cleaned: what is taken away in every language, what in Persian, and how little of what people wrote."""

import pytest
from guard_jury import human, need_those_measured
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.drafting.normalising import normalised

CASES = [
    ("fr", "  Le  comité\ta\u2028écrit.\n", "Le comité a écrit."),
    ("fr", "Le comite\u0301", "Le comité"),
    ("fr", "«\u00a0oui\u00a0»\u202f!", "«\u00a0oui\u00a0»\u202f!"),
    ("fr", "non \u202f!", "non\u202f!"),
    ("fr", 'l\'État "oui"', "l’État «\u00a0oui\u00a0»"),
    ("fr", "un\u00adsigne\x00 \x07caché\u200b\ufeff\u202e", "unsigne caché"),
    ("fr", "mi\u200cdi", "midi"),
    ("fr", "perdu \ufffd ⁇", "perdu \ufffd ⁇"),
    ("fr", "moitié \ud800", "moitié"),
    ("fr", "", ""),
    ("fa", " می شود ,  بله ", "می‌شود، بله"),
    ("fa-AF", "کتاب ها", "کتاب‌ها"),
    ("fa", "\u200fسلام\u200e", "سلام"),
    ("ar", "كتاب ها ,", "كتاب ها ,"),
    ("ur", "کر\u200cنا", "کر\u200cنا"),
    ("xx", "a\u200cb", "a\u200cb"),
]
PERSIAN_CHANGED, FRENCH_CHANGED = 1 / 30, 1 / 25
"""So much of what people wrote in Debian's catalogs is changed: in Persian joiners missing or idle, and doubled spaces; in French
plain spaces before high signs, and quotation marks of other languages."""


@pytest.mark.parametrize(("language", "before", "after"), CASES)
def test_what_a_machine_should_not_have_is_taken_away(language: str, before: str, after: str) -> None:
    assert normalised(before, language) == after


@given(st.text(max_size=40), st.sampled_from(["fr", "fa", "ar", "ja", "xx"]))
def test_twice_is_once_and_it_can_be_written(text: str, language: str) -> None:
    once = normalised(text, language)
    assert normalised(once, language) == once
    assert once == once.strip()
    once.encode("utf-8")


@pytest.mark.parametrize(("language", "share"), [("fa", PERSIAN_CHANGED), ("fr", FRENCH_CHANGED)])
def test_what_people_wrote_well_stays(language: str, share: float) -> None:
    need_those_measured()
    # Columns of a command's help are no running text.
    texts = [sentence.reply.text for sentence in human(language) if language == "fa" or "  " not in sentence.reply.text]
    changed = [(text, normalised(text, language)) for text in texts if normalised(text, language) != text]
    print(f"{language} changed {len(changed)} of {len(texts)}  {len(changed) / len(texts):.2%}")
    assert len(changed) <= len(texts) * share, changed


def test_of_what_people_wrote_in_french_no_letter_and_no_figure_changes() -> None:
    def ink(text: str) -> str:
        return "".join(filter(str.isalnum, text))

    texts = [sentence.reply.text for sentence in human("fr") if "  " not in sentence.reply.text]
    assert [text for text in texts if ink(normalised(text, "fr")) != ink(text)] == []


def test_what_this_repository_says_in_persian_stays() -> None:
    from pairs import catalogs, sentences  # on the path since guard_jury was loaded

    texts = [pair.translation for pair in (*sentences("fa"), *catalogs("fa")) if "[" not in pair.translation]
    assert len(texts) > 200
    assert [text for text in texts if normalised(text, "fa") != text] == []
