"""T024: Arabic letters and digits in Persian."""

import pytest
from form_tables import Pair, fa, findings, said

from dossier.translation.checks.form.arabic_letters import check

FAULTS = (
    ("نامه‌اي آمد", "ی"),
    ("كتاب", "ک"),
    ("موسى", "ی"),
    ("مقایسة منابع", "ه or ت"),
    ("بیش از ٣٠ نفر", "۳"),
    ("سال ١٩٨٨", "۱"),
    ("می‌شود ٤", "۴"),
    ("نگاه ٥", "۵"),
    ("شمار ٦", "۶"),
    ("يك", "ی"),
    ("*نامهٔ* كارشناسان", "ک"),
    ("«حقوق بشر» علي", "ی"),
    ("[منبع ٠٠١](a.md)", "۰"),
    ("ہمه", "ه"),
    ("گےرد", "ی"),
    ("ﻧﺎﻣﻪ", "ن"),
    ("ڪتاب", "ک"),
)
GOOD = (
    fa("The letter.", "نامهٔ کارشناسان سازمان ملل متحد."),
    fa("30,000 in 1988", "۳۰٬۰۰۰ در ۱۹۸۸"),
    fa("He wrote “justice”.", "او نوشت: «[العدالة ضرورية]{lang=ar}»."),
    fa("See `كتاب`.", "نگاه کنید به `كتاب`."),
    fa("A letter.", "نامه‌ای"),
    fa("Responsible.", "مسئول"),
    fa("Effective.", "مؤثر"),
    fa("The issue.", "مسئلهٔ رأی"),
    fa("Mainly.", "عمدتاً"),
    fa("The index.", "نمایهٔ نام‌ها"),
    fa("Blessings.", "ﷺ و ﷼"),
    fa("See https://example.org/كتاب.", "https://example.org/كتاب"),
    fa("The quotation.", "«نقل‌قول»؛ پرسش؟"),
    fa("", "هٔ ۀ"),
    Pair("The book.", "كتاب علي", "ar"),
    Pair("The book.", "Le livre كتاب", "fr"),
    Pair("The book.", "کتاب ہے", "ur"),
)


@pytest.mark.parametrize(("translation", "right"), FAULTS)
def test_an_arabic_letter_is_told_with_the_persian_one(translation: str, right: str) -> None:
    found = findings(check, fa("The original.", translation))
    assert f"write {right} in its place" in found[0].mend


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_persian_letters_marked_arabic_and_other_languages_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_varieties_of_persian_are_read_too() -> None:
    assert said(check, Pair("The book.", "كتاب", "fa-AF"))


def test_each_letter_is_told_once_with_its_first_place() -> None:
    messages = said(check, fa("The book of the experts.", "كتاب كارشناسان علي"))
    assert messages == [
        "ك (U+0643, arabic letter kaf) is no Persian letter, at character 1 and 1 more: كتاب كارشناسان علي; كتاب كارشناسان علي",
        "ي (U+064A, arabic letter yeh) is no Persian letter, at character 18: كتاب كارشناسان علي",
    ]
