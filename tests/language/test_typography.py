"""Spacing, digits, isolation."""

from itertools import pairwise, starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.bidi import isolated, isolates
from dossier.language.numbers import file_size, format_number, format_percent, join_list
from dossier.language.registry import language, name_in
from dossier.language.typography import typeset

THIN, FULL = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
ENGLISH, FRENCH, PERSIAN = map(language, ("en", "fr", "fa"))


@given(st.text())
def test_languages_without_rules_are_left_alone(text: str) -> None:
    assert typeset(text, language("tr")) == text


def test_a_variety_keeps_the_typography_of_its_language() -> None:
    assert typeset("Oui !", language("fr-CA")) == f"Oui{THIN}!"


@given(st.text(alphabet="اب 12-/:.+@a", max_size=30))
def test_isolates_do_not_overlap(text: str) -> None:
    found = [(run.start, run.end) for run in isolates(text, PERSIAN)]
    assert all(start < end for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def test_dates_and_numbers_with_signs_are_isolated_in_persian_only() -> None:
    text = "در 2020-12-09 نوشته شد"
    assert [(text[run.start : run.end], run.direction) for run in isolates(text, PERSIAN)] == [("2020-12-09", "ltr")]
    assert list(isolates("on 2020-12-09", ENGLISH)) == []


def test_a_foreign_title_is_isolated_and_escaped() -> None:
    assert isolated("A & B", ENGLISH, PERSIAN) == '<bdi lang="en" dir="ltr">A &amp; B</bdi>'
    assert isolated("A & B", ENGLISH, ENGLISH) == "A &amp; B"


def test_numbers() -> None:
    written = starmap(format_number, [(12345, ENGLISH), (12345, FRENCH), (12345, PERSIAN)])
    assert list(written) == ["12,345", f"12{THIN}345", "۱۲٬۳۴۵"]
    assert format_percent(0.256, FRENCH) == f"26{FULL}%"
    assert format_percent(0.256, PERSIAN) == "۲۶٪"


@pytest.mark.parametrize(("share", "shown"), [(0, "0%"), (0.001, "1%"), (0.999, "99%"), (1, "100%")])
def test_a_share_that_is_not_all_never_shows_as_all(share: float, shown: str) -> None:
    assert format_percent(share, ENGLISH) == shown


def test_sizes_and_lists() -> None:
    assert [file_size(size, ENGLISH) for size in (999, 45_300, 1_240_000)] == ["999 byte", "45 kB", "1.2 MB"]
    assert file_size(1_240_000, PERSIAN).startswith("۱٫۲")
    assert join_list(["a", "b", "c"], FRENCH) == "a, b et c"


def test_languages_name_one_another() -> None:
    assert (name_in("en", FRENCH), name_in("fr", PERSIAN)) == ("anglais", "فرانسوی")
    assert language("ar").direction == "rtl"
    assert language("zh-Hans").native_name == "中文 (简体)"
