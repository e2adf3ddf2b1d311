"""Arabic: a page of code, and what it makes of a passage. The cases were written by hand before the rules were run."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language import arabic
from dossier.language.arabic import ARABIC
from dossier.language.digits import with_digits
from dossier.language.typography import typeset

WIDE = "\N{NO-BREAK SPACE}"
CASES = (
    ("الكتاب, الرسالة", "الكتاب، الرسالة"),
    ("جاء; ذهب", "جاء؛ ذهب"),
    ("لماذا?", "لماذا؟"),
    ("لماذا ؟", "لماذا؟"),
    ("حقًا?!", "حقًا؟!"),
    ('قال "نعم" ومضى', "قال «نعم» ومضى"),
    ("قال “نعم” ومضى", "قال «نعم» ومضى"),
    ('قال «هو "لا" قال» ومضى', "قال «هو “لا” قال» ومضى"),
    ("« نص » هنا", "«نص» هنا"),
    ("( نص ) هنا", "(نص) هنا"),
    ("الكتاب،الرسالة", "الكتاب، الرسالة"),
    ("ثم...", "ثم…"),
    ("المادة 3 من العهد", f"المادة{WIDE}3 من العهد"),
    ("المادة ٣ من العهد", f"المادة{WIDE}٣ من العهد"),
    ("ص. 12", f"ص.{WIDE}12"),
    ("رقم 5", f"رقم{WIDE}5"),
    ("5 كيلومتر", f"5{WIDE}كيلومتر"),
    ("11 ديسمبر 2020", f"11{WIDE}ديسمبر 2020"),
    ("السيد رحمن", f"السيد{WIDE}رحمن"),
    ("30 % منهم", f"30{WIDE}% منهم"),
    ("تقرير UNHCR, ثم", "تقرير UNHCR، ثم"),
    ("في A/HRC/45/13", "في A/HRC/45/13"),
    ("كتاب What is to be done? له", "كتاب What is to be done? له"),
    ("مدرسة على يد إيمان", "مدرسة على يد إيمان"),
    ("في ٢٠٢٠ و 1988", "في ٢٠٢٠ و 1988"),
    ("قال: «نعم»، ثم مضى.", "قال: «نعم»، ثم مضى."),
    ("نص، ونص؛ ونص؟", "نص، ونص؛ ونص؟"),
    ("", ""),
)
IN_EASTERN_DIGITS = (
    ("في عام 1988 قال", "في عام ١٩٨٨ قال"),
    ("12.5 كيلومتر", f"١٢٫٥{WIDE}كيلومتر"),
    ("30,000 شخص", f"٣٠٬٠٠٠{WIDE}شخص"),
    ("30% منهم", "٣٠٪ منهم"),
    ("في 11 December 2020 قال", "في 11 December 2020 قال"),
    ("في A/HRC/45/13 قال", "في A/HRC/45/13 قال"),
    ("الفقرة 2.1 منه", f"الفقرة{WIDE}٢.١ منه"),
)


@pytest.mark.parametrize(("before", "after"), CASES)
def test_a_passage_is_set_as_an_arabic_typesetter_sets_it(before: str, after: str) -> None:
    assert typeset(before, ARABIC) == after
    assert typeset(after, ARABIC) == after


@pytest.mark.parametrize(("before", "after"), IN_EASTERN_DIGITS)
def test_eastern_digits_are_for_those_who_choose_them(before: str, after: str) -> None:
    chosen = with_digits(ARABIC, "native")
    assert typeset(before, chosen) == after
    assert typeset(after, chosen) == after
    assert (chosen.digits, chosen.counter_style) == ("٠١٢٣٤٥٦٧٨٩", "arabic-indic")


def test_latin_digits_can_be_chosen_too() -> None:
    assert typeset("في ٢٠٢٠، ١٢٫٥", with_digits(ARABIC, "latin")) == "في 2020، 12.5"


@given(st.text(alphabet='ابيةكه 123٤٥,;?."«»“”%()aB،؛؟\u00a0', max_size=50))
def test_setting_twice_changes_nothing_more(text: str) -> None:
    for choice in ("native", "latin", "as-written"):
        chosen = with_digits(ARABIC, choice)
        once = typeset(text, chosen)
        assert typeset(once, chosen) == once


def test_it_is_a_page_of_code() -> None:
    assert len(Path(arabic.__file__).read_text(encoding="utf-8").splitlines()) <= 80
