"""T012: the dates of the original are in the translation, in whatever calendar and way of writing."""

import pytest

from dossier.translation.checks.fidelity.dates import check
from translation.samples import beside

SENT = "It was sent on 3 September 2020."
FAULTS = [
    (SENT, "fr", "Elle a été envoyée le 4 septembre 2020."),
    (SENT, "fr", "Elle a été envoyée le 3 octobre 2020."),
    (SENT, "fr", "Elle a été envoyée le 3 septembre 2021."),
    (SENT, "fr", "Elle a été envoyée."),
    (SENT, "fr", "Elle a été envoyée en septembre 2020."),
    (SENT, "fr", "Elle a été envoyée le 3 septembre."),
    (SENT, "fr", "Elle a été envoyée le 3 septembre 2020, et non le 9 décembre 2020."),
    ("December 9, 2020", "fr", "12 septembre 2020"),
    ("In July 1988", "fr", "En juin 1988"),
    ("In July 1988", "fr", "En juillet 1989"),
    ("from 28 July until 14 August", "fr", "du 28 juillet au 24 août"),
    ("The report of 2020-12-09", "fr", "Le rapport du 2020-12-10"),
    ("The report of 2020-12-09", "fr", "Le rapport du 19 décembre 2020"),
    ("says only September", "fr", "dit seulement octobre"),
    ("between 3 and 5 September 2020", "fr", "entre le 3 et le 6 septembre 2020"),
    (SENT, "fa", "در ۴ سپتامبر ۲۰۲۰ فرستاده شد."),
    (SENT, "fa", "در ۳ اکتبر ۲۰۲۰ فرستاده شد."),
    (SENT, "fa", "در ۳ سپتامبر ۲۰۲۱ فرستاده شد."),
    (SENT, "fa", "در ۱۴ شهریور ۱۳۹۹ فرستاده شد."),
    (SENT, "fa", "در ۱۳ مهر ۱۳۹۹ فرستاده شد."),
    (SENT, "fa", "در ۱۳ شهریور ۱۳۹۸ فرستاده شد."),
    (SENT, "fa", "فرستاده شد."),
    ("on July 28", "fa", "در بیست و هفتم ژوئیه"),
    ("on July 28", "fa", "در ۲۸ ژوئن"),
    ("in May 1988", "fa", "در مارس ۱۹۸۸"),
    ("in December 2020", "fa", "در آبان ۱۳۹۸"),
    ("On 2020-12-09", "fa", "در ۱۳۹۹/۹/۲۰"),
    ("in August 1988", "fa", "در آگوست ۱۹۸۹"),
]
GOOD = [
    (SENT, "fr", "Elle a été envoyée le 3 septembre 2020."),
    (SENT, "fr", "Elle a été envoyée le trois septembre 2020."),
    (SENT, "fr", "Elle a été envoyée le jeudi 3 sept. 2020."),
    (SENT, "fr", "Elle a été envoyée le 03/09/2020."),
    ("September 1st, 2020", "fr", "1er septembre 2020"),
    ("on May 1, 1988", "fr", "le premier mai 1988"),
    ("between July and September 1988", "fr", "entre juillet et septembre 1988"),
    ("July-September 1988", "fr", "juillet-septembre 1988"),
    ("from July 28 until August 14", "fr", "du 28 juillet au 14 août"),
    ("between 3 and 5 September 2020", "fr", "du 3 au 5 septembre 2020"),
    ("September 3–5, 2020", "fr", "du 3 au 5 septembre 2020"),
    ("The report of 2020-12-09", "fr", "Le rapport du 9 décembre 2020"),
    ("It may be so: 5 may go.", "fr", "Il se peut : 5 peuvent partir."),
    ("the end of July 1988", "fr", "la fin de juillet 1988"),
    ("He rang twice. Jan Novak answered once.", "fr", "Il a sonné deux fois. Jan Novak a répondu une fois."),
    ("In March 5 people marched.", "fr", "En mars, cinq personnes ont marché."),
    ("in September, then on 3 September", "fr", "en septembre, puis le 3 septembre"),
    (SENT, "fa", "در ۳ سپتامبر ۲۰۲۰ فرستاده شد."),
    (SENT, "fa", "در سوم سپتامبر سال ۲۰۲۰ فرستاده شد."),
    (SENT, "fa", "در ۱۳ شهریور ۱۳۹۹ فرستاده شد."),
    (SENT, "fa", "در ۱۳ شهریور ۱۳۹۹ (۳ سپتامبر ۲۰۲۰) فرستاده شد."),
    ("on July 28, 1988", "fa", "در بیست و هشتم ژوئیهٔ ۱۹۸۸"),
    ("on July 28, 1988", "fa", "در ۲۸ جولای ۱۹۸۸"),
    ("in July 1988", "fa", "در ماه ژوئیه‌ی ۱۹۸۸"),
    ("in August 1988", "fa", "در ماه اوت سال ۱۹۸۸"),
    ("in August 1988", "fa", "در آگوست ۱۹۸۸"),
    ("on 1 May 1988", "fa", "در اول ماه مه ۱۹۸۸"),
    ("in December 2020", "fa", "در آذر ۱۳۹۹"),
    ("On 2020-12-09", "fa", "در ۱۳۹۹/۰۹/۱۹"),
    ("on 9 December", "fa", "در ۱۸ آذر"),
    ("a CD player", "fa", "یک سی\u200cدی گردان"),
    ("It is read.", "fa", "این متن خوانده می‌شود و مهر و تیر و دی دارد."),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_another_date_is_told(original: str, language: str, translation: str) -> None:
    found = list(check(beside(original, translation, language=language)))
    assert found
    assert {one.code for one in found} == {"T012"}


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_the_same_date_is_good_however_it_is_written(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


@pytest.mark.parametrize(
    ("original", "source", "translation", "language"),
    [
        ("نامه در ۱۳ شهریور ۱۳۹۹ فرستاده شد.", "fa", "The letter was sent on 3 September 2020.", "en"),
        ("La lettre du 3 septembre 2020", "fr", "The letter of September 3, 2020", "en"),
        ("Der Brief vom 3. September 2020", "de", "La lettre du 3 septembre 2020", "fr"),
    ],
)
def test_it_goes_from_any_language(original: str, source: str, translation: str, language: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language, source=source))]


def test_it_says_what_to_write() -> None:
    (french,) = check(beside(SENT, "Elle a été envoyée le 4 septembre 2020."))
    assert french.message == "the translation has the date “4 septembre 2020” where the original has “3 September 2020”"
    assert french.mend == "write the date of the original: 3 septembre 2020"
    (persian,) = check(beside(SENT, "فرستاده شد.", language="fa"))
    assert persian.mend == "write it: ۳ سپتامبر ۲۰۲۰"
