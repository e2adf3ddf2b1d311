"""T021: quotation marks."""

import pytest
from form_tables import Pair, en, fa, findings, fr, said

from dossier.translation.checks.form.quotation_marks import check

FOREIGN = (
    fr("They say “thousands”.", 'Ils disent "des milliers".'),
    fr("They say “thousands”.", "Ils disent “des milliers”."),
    fr("They say “thousands”.", "Ils disent „des milliers“."),
    fr("They say “thousands”.", "Ils disent ‘des milliers’."),
    fr("They say “thousands”.", "Ils disent 'des milliers'."),
    fr("They say “thousands”.", "Ils disent ‹ des milliers ›."),
    fr("“Thousands”, “so-called”", '« Des milliers », "soi-disant"'),
    fr("They say “thousands of ‘so-called’ trials”.", 'Ils disent « des milliers de "prétendus" procès ».'),
    fr("[“Thousands”](a.md) said", '["Des milliers"](a.md) dit-on'),
    fa("They say “thousands”.", 'می‌گویند "هزاران".'),
    fa("They say “thousands”.", "می‌گویند “هزاران”."),
    fa("They say “thousands”.", "می‌گویند „هزاران“."),
    fa("They say “thousands”.", "می‌گویند ‘هزاران’."),
    fa("“Letter”, “communication”", '«نامه»، "مکاتبه"'),
    fa("They say “thousands”.[@letter]", 'می‌گویند "هزاران".[@letter]'),
    en("Ils disent « des milliers ».", "They say «thousands»."),
    en("Ils disent « des milliers ».", 'They say "thousands".'),
)
HALVES = (
    fr("They say “thousands”.", "Ils disent « des milliers."),
    fr("They say “thousands”.", "Ils disent des milliers »."),
    fr("They say “thousands” and “more”.", "Ils disent « des milliers » et « davantage."),
    fr("They say “thousands of ‘so-called’ trials”.", "Ils disent « des milliers de “prétendus procès »."),
    fr("They say “thousands”.", 'Ils disent "des milliers.'),
    fa("They say “thousands”.", "می‌گویند «هزاران."),
    fa("They say “thousands”.", "می‌گویند هزاران»."),
    fa("They say “thousands” and “more”.", "می‌گویند «هزاران» و بیشتر»."),
    Pair("They say “thousands”.", "Sie sagen „Tausende.", "de"),
    en("Ils disent « des milliers ».", "They say “thousands."),
)
LOST_OR_ADDED = (
    fr("They say “thousands”.", "Ils disent des milliers."),
    fr("They say “thousands” and “more”.", "Ils disent « des milliers » et davantage."),
    fr("Amnesty hails 'breakthrough' letter.", "Amnesty salue une avancée."),
    fr("They say thousands.", "Ils disent « des milliers »."),
    fr("They say “thousands”.", "« Ils » disent « des milliers »."),
    fa("They say “thousands”.", "می‌گویند هزاران."),
    fa("The “letter” and the “answer”.", "نامه و «پاسخ»."),
    fa("They say thousands.", "می‌گویند «هزاران»."),
    fa("The so-called trials.", "محاکمه‌های «به‌اصطلاح» جمعی."),
    Pair("They say “thousands”.", "Sie sagen Tausende.", "de"),
    en("Ils disent « des milliers ».", "They say thousands."),
)
GOOD = (
    fr("They say “thousands”.", "Ils disent « des milliers »."),
    fr("They say “thousands of ‘so-called’ trials”.", "Ils disent « des milliers de “prétendus” procès »."),
    fr("They say “thousands of ‘so-called’ trials”.", "Ils disent « des milliers de « prétendus » procès »."),
    fr("The prisoners’ families", "Les familles des prisonniers, l’État et aujourd’hui"),
    fr("The state's answer", "La réponse de l'État d'aujourd'hui"),
    fr('A screen of 15".', 'Un écran de 15".'),
    fr('Run `echo "a"`.', 'Lancez `echo "a"`.'),
    fr("The file *summary* is read.", "Le fichier « summary » est lu."),
    fr("*The Long Corridor*, a book.", "*The Long Corridor* (« Le long couloir »), un livre."),
    fr("“Sign,” he said, “or go.”", "Il dit : « Signez, ou partez. »"),
    fr("*The Long Corridor*, a book.", "*The Long Corridor* (« Le long couloir »), un livre."),
    fr("“Sign,” he said, “or go.”", "Il dit : « Signez, ou partez. »"),
    fr("Press Ctrl+F5.", "Appuyez sur « Ctrl+F5 »."),
    fr("Run `dossier build`.", "Lancez « `dossier build` »."),
    fr("cannot open '%s'", "impossible d’ouvrir '%s'"),
    fr("cannot open '%s'", "impossible d’ouvrir « %s »"),
    fr("He says.[@letter, para. 3: «نامه»]", "Il le dit[@letter, para. 3: «نامه»]."),
    fr("“The first paragraph of a long quotation", "« Le premier paragraphe d’une longue citation"),
    fr('Read <a href="a.html">this</a>.', 'Lisez <a href="a.html">ceci</a>.'),
    fa("They say “thousands”.", "می‌گویند «هزاران»."),
    fa("They say “thousands of ‘so-called’ trials”.", "می‌گویند «هزاران محاکمهٔ “به‌اصطلاح” جمعی»."),
    fa("They say “thousands of ‘so-called’ trials”.", "می‌گویند «هزاران محاکمهٔ ‹به‌اصطلاح› جمعی»."),
    fa("“Letter”, “communication”", "«نامه»، «مکاتبه»"),
    fa("the “letter”s", "«نامه»‌ها"),
    Pair("They say “thousands”.", "Sie sagen „Tausende“.", "de"),
    Pair("They say “thousands”.", "De siger »tusinder«.", "da"),
    en("Ils disent « des milliers ».", "They say “thousands”, the prisoners’ families."),
    en("Ils disent « des milliers ».", "They say ‘thousands’."),
)


@pytest.mark.parametrize("pair", FOREIGN, ids=str)
def test_marks_of_another_language_are_told(pair: Pair) -> None:
    assert any("not the language's" in message for message in said(check, pair))


@pytest.mark.parametrize("pair", HALVES, ids=str)
def test_a_mark_without_its_other_half_is_told(pair: Pair) -> None:
    assert any("no other half" in message for message in said(check, pair))


@pytest.mark.parametrize("pair", LOST_OR_ADDED, ids=str)
def test_a_pair_lost_or_added_is_told_once(pair: Pair) -> None:
    [message] = said(check, pair)
    assert "between marks" in message


@pytest.mark.parametrize("pair", GOOD, ids=str)
def test_marks_of_the_language_are_left_alone(pair: Pair) -> None:
    assert said(check, pair) == []


def test_the_mend_shows_the_marks_of_the_language() -> None:
    [found] = findings(check, fr("They say “thousands”.", 'Ils disent "des milliers".'))
    assert found.message == 'quotation marks that are not the language\'s, " ": Ils disent "des milliers".'
    assert found.mend == "write « … », and “ … ” inside"
