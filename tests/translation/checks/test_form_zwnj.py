"""T025: the zero-width non-joiner in Persian."""

import pytest
from form_tables import Pair, fa, findings, said

from dossier.translation.checks.form.zwnj import check

MISSING = (
    ("می شود", "می‌شود"),
    ("نمی شود", "نمی‌شود"),
    ("چنین می گوید که", "می‌گوید"),
    ("در ۱۹۸۸ می داند", "می‌داند"),
    ("متن را می\u00a0خوانند", "می‌خوانند"),
    ("میشود", "می‌شود"),
    ("نمیتوان گفت", "نمی‌توان"),
    ("چنین میگویند.", "می‌گویند"),
    ("میخواستند", "می‌خواستند"),
    ("باز میکردند", "می‌کردند"),
    ("برمیگردد", "برمی‌گردد"),
    ("کتاب ها", "کتاب‌ها"),
    ("کتاب های تازه", "کتاب‌های"),
    ("گزارش هایی", "گزارش‌هایی"),
    ("روایت هایشان", "روایت‌هایشان"),
    ("کار های تازه", "کارهای"),
    ("نامه ای که", "نامه‌ای"),
    ("نوشته اند", "نوشته‌اند"),
    ("شده ایم", "شده‌ایم"),
    ("خانه اش", "خانه‌اش"),
    ("بزرگ ترین", "بزرگ‌ترین"),
    ("دقیق تر از پیش", "دقیق‌تر"),
    ("مفصل تر از آن", "مفصل‌تر"),
    ("*می شود*", "می‌شود"),
    ("فعالان اند که", "فعالان‌اند"),
)
IDLE = (
    "می‌‌شود",
    "می‌ شود",
    "کتاب ‌ها",
    "‌کتاب",
    "کتاب‌",
    "کتاب‌.",
    "«‌کتاب»",
    "(کتاب‌)",
    "کتاب‌ها‌، و نامه",
    "کتاب‌\nنامه",
    "نامه‌؟",
    "سه‌‌‌شنبه",
    "متن‌ [^1] دیگر",
    "کتاب‌!",
    "همه‌…",
)
GOOD = (
    "می‌شود و نمی‌شود",
    "کتاب‌ها و نامه‌های کارشناسان",
    "کارهای بزرگ‌تر و مهم‌ترین‌ها",
    "میان میدان میهن و میلیون‌ها میوه",
    "تحقیقات میدانی در میانه",
    "در ماه می سال ۲۰۲۰",
    "۵ می گذشته",
    "می و معشوق",
    "خشک و تر",
    "لباس تر",
    "ای مردم! ای ایران!",
    "نه ای کاش چنین بود",
    "«نامه»‌ها و `code`‌ها",
    "[منبع](a.md)‌ها",
    "PDF‌ها و ۱۸‌صفحه‌ای",
    "غیر‌منتظره",
    "اسلامی است و نظامی شد",
    "آنها و اینها",
    "بهتر و بیشتر",
    "چند و اند",
    "ها؟",
    "[می شود]{lang=ar}",
)


@pytest.mark.parametrize(("translation", "right"), MISSING)
def test_a_missing_joiner_is_told_with_the_right_form(translation: str, right: str) -> None:
    [found] = findings(check, fa("The original.[^1]", translation))
    assert "no joiner" in found.message
    assert f"«{right}»" in found.mend


@pytest.mark.parametrize("translation", IDLE)
def test_a_joiner_that_does_nothing_is_told(translation: str) -> None:
    assert any("does nothing" in message for message in said(check, fa("The original.[^1]", translation)))


@pytest.mark.parametrize("translation", GOOD)
def test_sure_forms_only_are_told(translation: str) -> None:
    assert said(check, fa("The original.", translation)) == []


def test_a_joiner_behind_a_letter_that_never_joins_is_told_along_with_others() -> None:
    [message] = said(check, fa("The original.", "غیر‌منتظره و نامه‌"))
    assert "at character 4" in message


def test_other_languages_are_left_alone() -> None:
    assert said(check, Pair("The original.", "می شود", "ar")) == []
