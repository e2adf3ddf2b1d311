"""T016: a translation is no copy, and keeps no long run of the original's words."""

import pytest

from dossier.translation.checks.fidelity.untranslated import check
from translation.samples import beside

LONG = "The experts say that the events may amount to crimes against humanity, and ask for an answer."
FAULTS = [
    ("The word does not exclude a higher figure.", "fr", "The word does not exclude a higher figure."),
    ("The word does not exclude a higher figure.", "fr", "the word does not exclude a higher figure"),
    ("Where the sources differ", "fr", "Where the sources differ"),
    ("without a number", "fr", "without a number"),
    ("a **strong** word", "fr", "a **strong** word"),
    ("citing [source 002](a.md)", "fr", "citing [source 002](a.md)"),
    ("“thousands”, with the word “reportedly”", "fr", "« thousands », with the word « reportedly »"),
    ("How many people were killed?", "fr", "How many people were killed ?"),
    (LONG, "fr", "Les experts disent that the events may amount to crimes, et demandent une réponse."),
    (LONG, "fr", "Les experts disent quelque chose, and ask for an answer."),
    (LONG, "fr", LONG),
    ("in the title of a book and in captions", "fr", "in the title of a book and in captions"),
    ("The word does not exclude a higher figure.", "fa", "The word does not exclude a higher figure."),
    ("Where the sources differ", "fa", "Where the sources differ"),
    ("communication", "fa", "communication"),
    ("without a number", "fa", "without a number"),
    ("“thousands”", "fa", "«thousands»"),
    ("citing activists", "fa", "citing activists"),
    ("18-page report of experts", "fa", "18-page report of experts"),
    (LONG, "fa", "کارشناسان می‌گویند that the events may amount to جنایت."),
    (LONG, "fa", "کارشناسان چیزی گفتند and ask for an answer."),
    (LONG, "fa", LONG),
    ("a *strong* word", "fa", "a *strong* word"),
    ("the end of July 1988", "fa", "the end of July ۱۹۸۸"),
]
GOOD = [
    ("The word does not exclude a higher figure.", "fr", "Ce mot n’exclut pas un nombre plus élevé."),
    ("Notes", "fr", "Notes"),
    ("communication", "fr", "communication"),
    ("“30,000”", "fr", "« 30 000 »"),
    ("Amnesty International", "fr", "Amnesty International"),
    ("Court of Justice of the European Union", "fr", "Court of Justice of the European Union"),
    ("NCRI", "fr", "NCRI"),
    ("https://example.org/a", "fr", "https://example.org/a"),
    ("`dossier build`", "fr", "`dossier build`"),
    ("%s: %s", "fr", "%s : %s"),
    ("&lt;b&gt; {name}", "fr", "&lt;b&gt; {name}"),
    ("The report “we will never forget what they did”", "fr", "Le rapport « we will never forget what they did » (jamais)"),
    ("It says “may amount to crimes against humanity”.", "fr", "Il dit « may amount to crimes against humanity »."),
    ("git merge-base --all <commit>", "fr", "git merge-base --all <révision>"),
    ("The word does not exclude a higher figure.", "fa", "این واژه رقم بالاتری را نفی نمی‌کند."),
    ("“30,000”", "fa", "«۳۰٬۰۰۰»"),
    ("Amnesty International", "fa", "Amnesty International"),
    ("EIN Presswire", "fa", "EIN Presswire"),
    ("UTF-8", "fa", "UTF-8"),
    ("`dossier build`", "fa", "`dossier build`"),
    ("The title “Blood-Soaked Secrets” stands alone", "fa", "عنوان «اسرار» (Blood-Soaked Secrets) تنها آمده است"),
    ("He says “we will never forget what they did”.", "fa", "می‌گوید «we will never forget what they did» (هرگز)."),
    ("see https://example.org/a/long/address/of/it", "fa", "https://example.org/a/long/address/of/it را ببینید"),
    ("%s of {name}", "fa", "%s از {name}"),
    ("1988", "fa", "۱۹۸۸"),
    ("read it with g_io_channel_read_line", "fa", "آن را با g_io_channel_read_line بخوانید"),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_what_was_not_translated_is_told(original: str, language: str, translation: str) -> None:
    (found,) = check(beside(original, translation, language=language))
    assert found.code == "T016"


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_what_is_rightly_the_same_is_good(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


def test_a_variety_of_the_same_language_may_be_the_same() -> None:
    assert not list(check(beside(LONG, LONG, language="en-GB")))


def test_it_shows_what_was_kept() -> None:
    (found,) = check(beside(LONG, "Les experts disent that the events may amount to crimes, et demandent.", language="fr"))
    assert found.message == "the translation keeps words of the original: “that the events may amount to crimes”"
