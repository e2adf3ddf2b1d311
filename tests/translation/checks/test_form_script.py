"""T023: letters and digits of another script."""

import pytest
from form_tables import Pair, en, fa, findings, fr, said

from dossier.translation.checks.form.script import check

FAULTS = (
    fr("The letter.", "La l\u0435ttre."),
    fr("The letter.", "\u0410vec la lettre."),
    fr("An aim.", "Il \u0430 un but."),
    fr("The letter.", "La \u03bf lettre."),
    fr("The letter.", "La l\u03bfttre des experts."),
    fr("The letter.", "La lettre письмо."),
    fr("The letter.", "La lettre نامه des experts."),
    fr("The letter.", "La lettre 字."),
    fr("The letter.", "La lettre מכתב."),
    fr("In 1988.", "En ۱۹۸۸."),
    fr("In 1988.", "En ١٩٨٨."),
    fr("The *letter*.", "La *l\u0435ttre*."),
    fa("The letter.", "نامهٔ the experts آمد."),
    fa("The letter.", "نامهٔ Lorem Ipsum آمد."),
    fa("The letter.", "نامهٔ letters and others است."),
    fa("The letter.", "این hello نامه است."),
    fa("The letter of the experts.", "نامهٔ experts است."),
    fa("Its files were not found in 1988.", "در ۱۹۸۸ files آن پیدا نشد."),
    fa("“political prisoners”", "«political سیاسی»"),
    fa("According to source 004.", "۰۰۴ according to منبع."),
    fa("The letter of the experts.", "نامهٔ experts است."),
    fa("Its files were not found in 1988.", "در ۱۹۸۸ files آن پیدا نشد."),
    fa("“political prisoners”", "«political سیاسی»"),
    fa("According to source 004.", "۰۰۴ according to منبع."),
    fa("The letter.", "نامهٔ письмо است."),
    fa("The letter.", "نامهٔ αβγ است."),
    fa("In 1988.", "در سال 1988."),
    fa("In 1988 and 1989.", "در ۱۹۸۸ و 1989."),
    fa("Over 30,000.", "بیش از ۳۰٬000."),
    fa("On 3 September.", "در 3 سپتامبر."),
    fa("“30,000”", "«30,000»"),
    en("La lettre.", "The l\u0435tter."),
    Pair("The letter.", "Пиcьмо.", "ru"),
)
GOOD = (
    fr("The letter.", "La lettre « été » à l’Œuvre, naïve."),
    fr("The title is نامه.", "Le titre est نامه."),
    fr("The title.", "Le titre est [نامه]{lang=fa}."),
    fr("A β particle.", "Une particule β."),
    fr("Ten µm or 10 μm.", "Soit 10 µm ou 10 μm."),
    fr("The letter — 10 € … °", "La lettre — 10 € … ° × ² ½ №"),
    fr("See `письмо`.", "Voir `письмо`."),
    fr("See https://пример.example/a.", "Voir https://пример.example/a."),
    fa("The letter.", "نامهٔ کارشناسان."),
    fa("Amnesty International says.", "به گفتهٔ Amnesty International."),
    fa("Use Markdown and the `dossier build` command.", "از Markdown و دستور `dossier build` استفاده کنید."),
    fa("People’s Mojahedin (PMOI).", "سازمان مجاهدین (MEK)."),
    fa("Version 1.5 of PDF 2", "نگارش 1.5 از PDF 2"),
    fa("The letter %d of %s", "نامهٔ %d از %s"),
    fa("See https://example.org/a-b?c=1988", "نگاه کنید به https://example.org/a-b?c=1988"),
    fa("In 1988.", "در ۱۹۸۸ و ۱۳۶۷."),
    fa("[the letter]{lang=en} of 1988", "[the long letter]{lang=en} ۱۹۸۸"),
    fa("An entry marked *fuzzy*.", "مدخلی که نشان *fuzzy* دارد."),
    fa("The word “letter”.", "واژهٔ «letter»."),
    fa("It does not have “eject”.", "آن eject ندارد."),
    fa("The GNU gettext manual", "راهنمای GNU gettext"),
    fa("The address 00:11:22:33", "نشانی 00:11:22:33"),
    fa("An entry marked *fuzzy*.", "مدخلی که نشان *fuzzy* دارد."),
    fa("The word “letter”.", "واژهٔ «letter»."),
    fa("It does not have “eject”.", "آن eject ندارد."),
    fa("The GNU gettext manual", "راهنمای GNU gettext"),
    fa("The address 00:11:22:33", "نشانی 00:11:22:33"),
    fa("CSL JSON and BibTeX", "CSL JSON و BibTeX"),
    Pair("The letter.", "Письмо экспертов.", "ru"),
    Pair("The letter.", "専門家の手紙。", "ja"),
    Pair("The letter.", "Η επιστολή.", "el"),
    Pair("The letter.", "Pismo (латиница).", "sr-Cyrl"),
    Pair("The letter.", "ምልክት", "am"),
)


@pytest.mark.parametrize("pair", FAULTS, ids=str)
def test_letters_of_another_script_are_told(pair: Pair) -> None:
    assert said(check, pair)


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_letters_of_the_language_and_of_the_original_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_a_letter_that_looks_like_another_is_told_with_the_right_one() -> None:
    [found] = findings(check, fr("The letter.", "La l\u0435ttre."))
    assert found.message == "letters of two scripts in one word, “l\u0435ttre”: \u0435 (U+0435, cyrillic small letter ie)"
    assert found.mend == "write it with e"
