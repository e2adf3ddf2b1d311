"""Plain dates take a shorter way than EDTF's grammar; they must come to the same."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edtf_date import parsed_date


@given(st.dates(min_value=date(1, 1, 1)), st.sampled_from((4, 7, 10)))
def test_a_plain_date_is_what_the_grammar_makes_of_it(day: date, length: int) -> None:
    value = day.isoformat()[:length]
    ours, grammar = parsed_date(value), parse_edtf(value)
    assert str(ours) == str(grammar) == value
    assert ours.lower_strict() == grammar.lower_strict()
    assert ours.upper_strict() == grammar.upper_strict()


@pytest.mark.parametrize("value", ["1988-21", "1988-07/1988-09", "1988?", "198X", "1988~"])
def test_what_is_not_plain_goes_through_the_grammar(value: str) -> None:
    assert str(parsed_date(value)) == str(parse_edtf(value))


@pytest.mark.parametrize("value", ["1988-13", "1988-02-30", "soon", "", "12345", "1988-7"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no EDTF date"):
        parsed_date(value)
