"""Numbers written in digits are the same whatever the digits and their grouping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.numbers import format_number
from dossier.language.numerals import numbers_in
from dossier.language.registry import language


@pytest.mark.parametrize(
    "text",
    [
        "over 30,000",
        "30 000",
        "30\u202f000",
        "30\u00a0000",
        "30.000",
        "۳۰٬۰۰۰",
        "٣٠٬٠٠٠",
        "30’000",
        "30000",
        "۳۰۰۰۰ نفر",
        "۳۰ هزار",
        "۳۰هزار نفر",
        "30 thousand",
        "30 mille",
    ],
)
def test_thirty_thousand(text: str) -> None:
    assert numbers_in(text) == ("30000",)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.5 million", ("1500000",)),
        ("1,5 million", ("1500000",)),
        ("۱٫۵ میلیون", ("1500000",)),
        ("1.5 metres", ("1.5",)),
        ("15 million", ("15000000",)),
        ("2 to 3 thousand", ("2", "3000")),
        ("5 millennia", ("5",)),
        ("1,234,567.89", ("1234567.89",)),
        ("4,500 to 10,000", ("4500", "10000")),
        ("3,000–5,000", ("3000", "5000")),
        ("in 1988, 300 people", ("1988", "300")),
        ("1988 300", ("1988", "300")),
        ("1988-07-09", ("1988", "7", "9")),
        ("thirty thousand", ()),
    ],
)
def test_numbers_of_a_text(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


@given(st.integers(0, 10**9), st.sampled_from(["en", "fr", "fa", "ar", "de"]))
def test_what_an_edition_writes_is_read_as_the_same_number(number: int, tag: str) -> None:
    assert numbers_in(format_number(number, language(tag))) == (str(number),)
