"""T027: closing signs, and signs of another script."""

import pytest
from form_tables import Pair, en, fa, findings, fr, said

from dossier.translation.checks.form.closing import check

FAULTS = (
    fr("The letter was read.", "La lettre a été lue"),
    fr("Was the letter read?", "La lettre a été lue."),
    fr("Was the letter read?", "La lettre a été lue"),
    fr("The letter was read!", "La lettre a été lue."),
    fr("The letter says:", "La lettre dit."),
    fr("The letter says:", "La lettre dit"),
    fr("The letter;", "La lettre,"),
    fr("And so on…", "Et ainsi de suite."),
    fr("The letter was read.", "La lettre a été lue ?"),
    fr("The letter was read.[^1]", "La lettre a été lue[^1]"),
    fr("The letter was read.[@letter]", "La lettre a été lue[@letter]"),
    fr("They said “no”.", "Ils ont dit « non »"),
    fr("(The letter was read.)", "(La lettre a été lue)"),
    fr("The letter of the experts", "La lettre des experts de l’ONU."),
    fr("Was the letter read?", "La lettre a été lue ؟"),
    fr("A letter, and more.", "Une lettre، et plus."),
    fa("The letter was read.", "نامه خوانده شد"),
    fa("Was the letter read?", "نامه خوانده شد."),
    fa("Was the letter read?", "آیا نامه خوانده شد?"),
    fa("A letter; and more.", "نامه; و بیشتر."),
    fa("A letter, and more.", "نامه, و بیشتر."),
    fa("In 1988, and later.", "در ۱۹۸۸, و پس از آن."),
    fa("The letter says:", "نامه می‌گوید."),
    fa("The letter was read.", "نامه خوانده شد۔"),
    fr("The letter was read.", "La lettre a été lue。"),
    fa("The letter was read.", "نامه خوانده شد۔"),
    fr("The letter was read.", "La lettre a été lue。"),
    fa("They said “no”.", "گفتند «نه»"),
    fa("Use Markdown, and vi.", "از Markdown, و vi استفاده کنید."),
    en("La lettre a été lue ?", "The letter was read."),
)
GOOD = (
    fr("The letter was read.", "La lettre a été lue."),
    fr("Was the letter read?", "La lettre a-t-elle été lue ?"),
    fr("They said “no.”", "Ils ont dit « non »."),
    fr("They asked “why?”.", "Ils ont demandé « pourquoi ? »"),
    fr("Read.[^1] [@letter]", "Lue[^1] [@letter]."),
    fr("(The letter was read.)", "(La lettre a été lue.)"),
    fr("The letter (read).", "La lettre (lue)."),
    fr("Summary", "Résumé"),
    fr("In the U.S.", "Aux États-Unis"),
    fr("Letters, answers and so on", "Lettres, réponses, etc."),
    fr("January", "janv."),
    fr("Really?!", "Vraiment ?"),
    fr("Open...", "Ouvrir…"),
    fr("Run `dossier build`.", "Lancez `dossier build`."),
    fr("Expected ':'", "« : » attendu"),
    fr("*The letter was read.*", "*La lettre a été lue.*"),
    fr("The title is نامه، و پاسخ.", "Le titre est نامه، و پاسخ."),
    fa("The letter was read.", "نامه خوانده شد."),
    fa("Was the letter read?", "آیا نامه خوانده شد؟"),
    fa("A letter; and more;", "نامه؛ و بیشتر؛"),
    fa("30,000; 1.5", "30,000 و 1.5"),
    fa("Literata, Amiri and others.", "قلم‌های Literata, Amiri و دیگران."),
    fa("They said “no.”[@letter]", "گفتند «نه».[@letter]"),
    fa("See `a,b;c?`.", "نگاه کنید به `a,b;c?`."),
    fa("See also.", "نیز نک."),
    en("La lettre a été lue ?", "Was the letter read?"),
    Pair("Was the letter read?", "手紙は読まれたか？", "ja"),
    Pair("The letter was read.", "手紙が読まれた。", "ja"),
    Pair("The letter was read.", "خط پڑھا گیا۔", "ur"),
    Pair("The letter was read.", "خط پڑھا گیا۔", "ur"),
    Pair("Was the letter read?", "Διαβάστηκε η επιστολή;", "el"),
    Pair("The letter was read.", "จดหมายถูกอ่านแล้ว", "th"),
)


@pytest.mark.parametrize("pair", FAULTS, ids=str)
def test_another_sign_at_the_end_or_of_another_script_is_told(pair: Pair) -> None:
    assert said(check, pair)


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_the_same_sign_in_the_form_of_the_script_is_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_the_mend_has_the_sign_of_the_script() -> None:
    [found] = findings(check, fa("Was the letter read?", "نامه خوانده شد."))
    assert (
        found.message
        == "the original ends with a sign (question mark), the translation with another (full stop): نامه خوانده شد."
    )
    assert found.mend == "end it with ؟"
