"""What changed, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.triviality import is_trivial, must_be_followed
from dossier.translation.word_diff import excerpt, word_diff

_TEXT = st.text("ab 1,.\n«»‌", max_size=40)


@given(_TEXT, _TEXT)
def test_both_texts_can_be_read_from_a_diff(old: str, new: str) -> None:
    changes = word_diff(old, new)
    assert ("".join(change.old for change in changes), "".join(change.new for change in changes)) == (old, new)


def test_an_excerpt_has_the_changes_and_a_few_words_around() -> None:
    counting = "One two three four five six seven eight nine ten"
    old = f"{counting} said at least 3,000 and so on and so on and so on and so forth to the end."
    new = old.replace("3,000", "5,000")
    assert excerpt(word_diff(old, new)) == "…ten said at least [-3,000-]{+5,000+} and so on and…"
    assert excerpt(word_diff("A b.", "A b, c.")) == "A b{+, c+}."
    assert excerpt(word_diff("a\nb", "a\nc")) == "a [-b-]{+c+}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The experst wrote.", "The experts wrote."),
        ("The experts, wrote", "The experts wrote."),
        ("the letter", "The letter"),
        ("“so”", "«so»"),
        ("a  b", "a b"),
        ("recieve it", "receive it"),
    ],
)
def test_slips_are_trivial(old: str, new: str) -> None:
    assert is_trivial(old, new, "en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was sent.", "It was not sent."),
        ("It was not sent.", "It was sent."),
        ("At least 3,000 died.", "At least 5,000 died."),
        ("On 3 September", "On 4 September"),
        ("The experts wrote.", "The judges wrote."),
        ("Said.[@a, para. 3]", "So said.[@b, para. 3]"),
        ("See [it](a).", "See, [it](b)."),
    ],
)
def test_what_may_change_the_sense_is_not(old: str, new: str) -> None:
    assert not is_trivial(old, new, "en")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("3,000 died", "5,000 died", "a number changed"),
        ("See [it](a).", "See, [it](b).", "an address, a note or a citation changed"),
        ("two letters", "three letters", "a number changed"),
        ("two letters", "2 letters", ""),
        ("one of them", "some of them", ""),
        ("The experts wrote a letter to them.", "The judges wrote a letter to them.", ""),
        ("They wrote a letter. Nobody answered it.", "They wrote a letter.", "much of it changed"),
        ("30,000", "30 000", ""),
    ],
)
def test_what_nobody_may_accept(old: str, new: str, reason: str) -> None:
    assert must_be_followed(old, new, "en") == reason
