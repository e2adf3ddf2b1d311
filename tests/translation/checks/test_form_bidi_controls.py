"""T026: controls of direction, and characters that are not seen."""

import pytest
from form_tables import Pair, fa, findings, fr, said
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.checks.form.bidi_controls import check

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
OPENING = {LRE: PDF, RLE: PDF, LRI: PDI, RLI: PDI, FSI: PDI}

FAULTS = (
    fr("A word.", f"Un {RLO}mot{PDF}."),
    fr("A word.", f"Un {LRO}mot{PDF}."),
    fr("A word.", f"Un {RLI}mot."),
    fr("A word.", f"Un mot{PDI}."),
    fr("A word.", f"Un {RLE}mot."),
    fr("A word.", f"Un mot{PDF}."),
    fr("A word.", f"Un {RLI}mot{PDF}."),
    fr("A word.", f"Un {RLE}mot{PDI}."),
    fr("A word.", f"Un {RLI}{LRE}mot{PDI}{PDF}."),
    fr("A word.", "Un mo\u200bt."),
    fr("A word.", "Un mo\u2060t."),
    fr("A word.", "Un \ufeffmot."),
    fr("A word.", "Un mot\U000e0041."),
    fr("A word.", "Un \u3164 mot."),
    fr("A word.", "Un \u115f mot."),
    fr("A word.", "Un \ue000 mot."),
    fr("A word.", "Un m\U000e0100ot."),
    fr("A word.", "Un mot &#x202E;caché."),
    fr("A word.", "Un mo&ZeroWidthSpace;t."),
    fr("Run `a`.", f"Lancez `a{RLO}`."),
    fr("See [a](a.md).", f"Voir [a](a{LRI}.md)."),
    fa("A word.", f"یک {LRI}word."),
    fa("A word.", "یک\u2064 واژه."),
)
GOOD = (
    fr("A word.", "Un mot."),
    fr("A word.", f"Un {RLI}mot{PDI}."),
    fr("A word.", f"Un {RLE}mot{PDF} {LRI}encore{PDI}."),
    fr("A word.", f"Un {RLI}{LRE}mot{PDF}{PDI}."),
    fr("A word.", "Un inter\u00adnational."),
    fr("A word.", "Un mot\u200e et\u200f."),
    fr(f"A {RLO}word{PDF}.", f"Un {RLO}mot{PDF}."),
    fr("A wo\u200brd.", "Un mo\u200bt."),
    fr(f"A {RLI}word.", f"Un {RLI}mot."),
    fr("A word ✔\ufe0f 👩\u200d⚖\ufe0f.", "Un mot ✔\ufe0f 👩\u200d⚖\ufe0f."),
    fr(
        "England 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ),
    fr("AT&T", "AT&T &amp; Cie"),
    fa("A word.", f"یک {FSI}word{PDI} می‌شود."),
    fa("A word.", "یک واژه\u200d و \u061c نامه."),
    Pair("A word.", "葛\U000e0100城", "ja"),
)


@pytest.mark.parametrize("pair", FAULTS, ids=ascii)
def test_what_is_hidden_is_told(pair: Pair) -> None:
    assert said(check, pair)


@pytest.mark.parametrize("pair", GOOD, ids=ascii)
def test_closed_runs_and_useful_characters_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_the_message_shows_the_hidden_character_by_its_number() -> None:
    [found] = findings(check, fr("A word.", f"Un {RLI}mot."))
    assert found.message == "U+2067, right-to-left isolate is not closed: Un [U+2067]mot."
    assert found.mend == "put U+2069, pop directional isolate where its run ends, in the same passage"
    assert not set(found.message) & set(OPENING)


WORDS = st.text("abc نامه", max_size=5)
NESTED = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda pieces, opening, last: "".join([*pieces[:-1], opening, *pieces[-1:], OPENING[opening], last]),
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from(sorted(OPENING)),
        WORDS,
    ),
    max_leaves=8,
)


@given(NESTED)
def test_any_nesting_that_closes_in_order_passes(text: str) -> None:
    assert said(check, fr("A word.", f"x{text}x")) == []


@given(NESTED.filter(lambda text: bool(set(text) & set(OPENING))), st.data())
def test_without_any_one_of_its_controls_a_nesting_is_caught(text: str, data: st.DataObject) -> None:
    controls = [index for index, char in enumerate(text) if char in {*OPENING, *OPENING.values()}]
    dropped = data.draw(st.sampled_from(controls))
    assert said(check, fr("A word.", f"x{text[:dropped]}{text[dropped + 1 :]}x"))
