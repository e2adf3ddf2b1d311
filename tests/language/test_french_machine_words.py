"""French of a machine, with the signs of French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.french.machine_words import normalised

CASES = [
    ('Il a dit "non".', "Il a dit «\u00a0non\u00a0»."),
    ("Il a dit “non”.", "Il a dit «\u00a0non\u00a0»."),
    ("Il a dit « non ».", "Il a dit «\u00a0non\u00a0»."),
    ("Vraiment? Oui; non: si!", "Vraiment\u202f? Oui\u202f; non\u00a0: si\u202f!"),
    ("l'archive d'Evin...", "l’archive d’Evin…"),
    ("Voir https://example.org/a?b=c;d et Q1, XZ1X.", "Voir https://example.org/a?b=c;d et Q1, XZ1X."),
    ("En 1988, 33,700 personnes", "En 1988, 33,700 personnes"),
    ("un “ seul", "un “ seul"),
]
WORDS = [*"“ ” \" « » ? ; : ! ' l mot 1988 Q1 https://e.org/a?b ... (".split(), " ", "\u00a0"]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_signs_are_those_of_french(before: str, after: str) -> None:
    assert normalised(before) == after
    assert normalised(after) == after


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_no_letter_and_no_figure_is_changed(text: str) -> None:
    def ink(of: str) -> str:
        return "".join(filter(str.isalnum, of))

    assert ink(normalised(text)) == ink(text)
