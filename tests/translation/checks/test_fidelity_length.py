"""T017: a translation is about as long as translations into its language are."""

import pytest

from dossier.translation.checks.fidelity.length import check
from translation.samples import beside

FIRST = "The communication becomes public, according to two of the sources, on a Wednesday in the winter of that year."
SECOND = "The experts ask the authorities for an answer, and they have had none so far, as far as anybody can tell from here."
FR1 = "La communication est rendue publique, d’après deux des sources, un mercredi de l’hiver de cette année-là."
FR2 = "Les experts demandent une réponse aux autorités et n’en ont reçu aucune jusqu’ici, pour autant que l’on puisse en juger."
FA1 = "به گفتهٔ دو منبع، مکاتبه در روز چهارشنبه‌ای از زمستان همان سال به اطلاع همگان رسیده و علنی شده است."
FA2 = "کارشناسان از مقام‌ها پاسخ خواسته‌اند و تا آنجا که از اینجا می‌توان دانست تاکنون هیچ پاسخی نگرفته‌اند."
SHORT = "made public on a Wednesday, as they both said"
FAULTS = [
    (f"{FIRST} {SECOND}", "fr", FR1),
    (f"{FIRST} {SECOND}", "fr", FR2),
    (f"{FIRST} {SECOND}", "fr", f"{FR1} {FR2} {FR2}"),
    (FIRST, "fr", f"{FR1} {FR2}"),
    (FIRST, "fr", f"{FR1} {FR1}"),
    (FIRST, "fr", FR1[:50]),
    (FIRST, "fr", "Publique."),
    (SECOND, "fr", "Les experts demandent une réponse."),
    (SECOND, "fr", f"{FR2} {FR1}"),
    (SHORT, "fr", "rendue publique"),
    (SHORT, "fr", "rendue publique un mercredi, comme ils l’ont dit tous les deux et l’ont répété depuis lors bien des fois"),
    (f"{FIRST} {SECOND} {FIRST}", "fr", f"{FR1} {FR2}"),
    (f"{FIRST} {SECOND}", "fa", FA1),
    (f"{FIRST} {SECOND}", "fa", FA2),
    (f"{FIRST} {SECOND}", "fa", f"{FA1} {FA2} {FA2}"),
    (FIRST, "fa", f"{FA1} {FA2}"),
    (FIRST, "fa", f"{FA1} {FA1}"),
    (FIRST, "fa", FA1[:45]),
    (FIRST, "fa", "علنی شد."),
    (SECOND, "fa", "کارشناسان پاسخ خواسته‌اند."),
    (SECOND, "fa", f"{FA2} {FA1}"),
    (SHORT, "fa", "علنی شده"),
    (SHORT, "fa", "در روز چهارشنبه علنی شد، چنان که هر دو گفته‌اند و از آن پس نیز بارها و بارها بازگو کرده‌اند"),
    (f"{FIRST} {SECOND} {FIRST}", "fa", f"{FA1} {FA2}"),
]
GOOD = [
    (FIRST, "fr", FR1),
    (SECOND, "fr", FR2),
    (f"{FIRST} {SECOND}", "fr", f"{FR1} {FR2}"),
    (f"{FIRST} {SECOND} {FIRST}", "fr", f"{FR1} {FR2} {FR1}"),
    (SHORT, "fr", "rendue publique un mercredi, ont-ils dit tous deux"),
    ("Yes.", "fr", "Oui, assurément, et sans le moindre doute possible."),
    ("a short heading of a page", "fr", "titre"),
    (f"{FIRST} See https://example.org/a/very/long/address/that/nobody/reads/{'x' * 60}.", "fr", f"{FR1} Voir là."),
    (f"{FIRST}[@source-001, para. 9; @source-002, para. 12; @source-003, para. 22]", "fr", FR1),
    (f"{FIRST} `{'x' * 80}`", "fr", FR1),
    (f"[{FIRST}](sources/{'x' * 90}.md)", "fr", FR1),
    (f"**{SECOND}**", "fr", f"**{FR2}**"),
    (FIRST, "fa", FA1),
    (SECOND, "fa", FA2),
    (f"{FIRST} {SECOND}", "fa", f"{FA1} {FA2}"),
    (f"{FIRST} {SECOND} {FIRST}", "fa", f"{FA1} {FA2} {FA1}"),
    (SHORT, "fa", "چهارشنبه علنی شد، چنان که هر دو گفته‌اند"),
    ("Yes.", "fa", "آری، بی‌گمان و بی هیچ شک و تردیدی."),
    ("a short heading of a page", "fa", "عنوان"),
    (f"{FIRST} See https://example.org/{'x' * 90}.", "fa", f"{FA1} ببینید."),
    (f"{FIRST}[@source-001, para. 9; @source-002, para. 12; @source-003, para. 22]", "fa", FA1),
    (f"{FIRST} `{'x' * 80}`", "fa", FA1),
    (f"[{FIRST}](sources/{'x' * 90}.md)", "fa", FA1),
    (f"**{SECOND}**", "fa", f"**{FA2}**"),
    (FIRST, "de", "Kurz."),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_a_suspicious_length_is_told(original: str, language: str, translation: str) -> None:
    (found,) = check(beside(original, translation, language=language))
    assert found.code == "T017"


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_a_usual_length_is_good(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


def test_it_says_how_long_it_would_usually_be() -> None:
    (found,) = check(beside(FIRST, "Publique."))
    assert found.message == "the translation has 9 letters and signs where the original has 109; about 129 would be usual"
    assert found.details == (("ratio", "0.08 (usual: 1.18)"),)
    assert found.mend == "see whether a sentence is missing"
    (found,) = check(beside(FIRST, f"{FR1} {FR2}"))
    assert found.mend == "see whether something stands twice, or was added"


def test_it_goes_from_french_and_persian() -> None:
    assert not list(check(beside(FR1, FIRST, language="en", source="fr")))
    assert not list(check(beside(FA1, FR1, language="fr", source="fa")))
    assert list(check(beside(f"{FA1} {FA2}", FR1, language="fr", source="fa")))
