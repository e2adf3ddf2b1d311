"""T018: a hint where a negation may be lost, or have come in."""

import pytest

from dossier.translation.checks.fidelity.negation import check
from translation.samples import beside

FAULTS = [
    ("The dossier does not decide between them.", "fr", "Le dossier tranche entre elles."),
    ("They never answered.", "fr", "Ils ont répondu."),
    ("No source says how.", "fr", "Une source dit comment."),
    ("None of them was read.", "fr", "Tous ont été lus."),
    ("It stands without a year.", "fr", "Elle figure avec son année."),
    ("Neither came.", "fr", "Les deux sont venus."),
    ("They didn’t answer.", "fr", "Ils ont répondu."),
    ("It cannot be said.", "fr", "On peut le dire."),
    ("Nobody knows.", "fr", "On sait."),
    ("The dossier decides.", "fr", "Le dossier ne tranche pas."),
    ("They answered.", "fr", "Ils n’ont jamais répondu."),
    ("A source says how.", "fr", "Aucune source ne dit comment."),
    ("It has a year.", "fr", "Elle est sans année."),
    ("The dossier does not decide between them.", "fa", "پرونده میان آن‌ها داوری می‌کند."),
    ("They never answered.", "fa", "آن‌ها پاسخ دادند."),
    ("No source says how.", "fa", "منبعی می‌گوید چگونه."),
    ("It stands without a year.", "fa", "با ذکر سال آمده است."),
    ("The letter was not consulted.", "fa", "نامه بررسی شد."),
    ("They didn’t answer.", "fa", "پاسخ دادند."),
    ("It cannot be said.", "fa", "می‌توان گفت."),
    ("The dossier decides.", "fa", "پرونده داوری نمی‌کند."),
    ("They answered.", "fa", "هرگز پاسخ دادند."),
    ("A source says how.", "fa", "هیچ منبعی چیزی گفت."),
    ("The letter was read.", "fa", "نامه خوانده نشد."),
    ("It has a year.", "fa", "سال ندارد."),
    ("It has a year.", "fa", "بدون سال است."),
]
GOOD = [
    ("The dossier does not decide between them.", "fr", "Le dossier ne tranche pas entre elles."),
    ("They never answered.", "fr", "Ils n’ont jamais répondu."),
    ("No source says how.", "fr", "Aucune source ne dit comment."),
    ("It stands without a year.", "fr", "Elle figure sans année."),
    ("It cannot be said.", "fr", "Il est impossible de le dire."),
    ("It was not consulted.", "fr", "Elle n’a pu être consultée."),
    ("They have had no answer.", "fr", "Ils sont restés privés de réponse."),
    ("It is unknown.", "fr", "On ne le sait pas."),
    ("They refused it.", "fr", "Ils n’en ont pas voulu."),
    ("It has a year.", "fr", "Elle a une année."),
    ("They failed to come.", "fr", "Ils ne sont pas venus."),
    ("use --no-color", "fr", "utiliser --no-color"),
    ("whether it is so", "fr", "si c’est le cas ou non"),
    ("The dossier does not decide between them.", "fa", "پرونده میان آن‌ها داوری نمی‌کند."),
    ("They never answered.", "fa", "هرگز پاسخی ندادند."),
    ("No source says how.", "fa", "هیچ منبعی نمی‌گوید چگونه."),
    ("It stands without a year.", "fa", "بدون ذکر سال آمده است."),
    ("The letter was not consulted.", "fa", "نامه بررسی نشده است."),
    ("There is no answer.", "fa", "بی‌پاسخ مانده است."),
    ("It is not clear.", "fa", "نامعلوم است."),
    ("It is unclear.", "fa", "روشن نیست."),
    ("It has a year.", "fa", "سال دارد."),
    ("They refused it.", "fa", "آن را نپذیرفتند."),
    ("whether it is so", "fa", "این که چنین است یا نه"),
    ("a letter of representatives", "fa", "نامهٔ نمایندگان"),
    ("They do not come.", "de", "Sie kommen."),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_a_negation_in_one_text_only_is_told(original: str, language: str, translation: str) -> None:
    (found,) = check(beside(original, translation, language=language))
    assert found.code == "T018"


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_negations_in_both_or_in_neither_are_good(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]
