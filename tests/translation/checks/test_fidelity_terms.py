"""T015: names and terms are the glossary's."""

import pytest

from dossier.model.glossary import Glossary
from dossier.translation.checks.fidelity.terms import check
from translation.samples import beside

GLOSSARY = Glossary.model_validate(
    {
        "entries": [
            {
                "id": "united-nations",
                "kind": "body",
                "forms": {"en": "United Nations", "fr": "Nations unies", "fa": "سازمان ملل متحد"},
                "abbreviations": {"en": "UN", "fr": "ONU"},
                "variants": {"fa": ["سازمان ملل"]},
            },
            {
                "id": "security-council",
                "kind": "body",
                "forms": {"en": "UN Security Council", "fr": "Conseil de sécurité de l’ONU", "fa": "شورای امنیت سازمان ملل"},
                "variants": {"en": ["Security Council"], "fr": ["Conseil de sécurité"], "fa": ["شورای امنیت"]},
            },
            {
                "id": "amnesty",
                "kind": "body",
                "forms": {"en": "Amnesty International", "fr": "Amnesty International", "fa": "عفو بین‌الملل"},
            },
            {
                "id": "rapporteur",
                "kind": "term",
                "forms": {"en": "Special Rapporteur", "fr": "rapporteur spécial", "fa": "گزارشگر ویژه"},
                "variants": {"en": ["Special Rapporteurs"]},
            },
            {
                "id": "mass-grave",
                "kind": "term",
                "forms": {"en": "mass grave", "fr": "fosse commune", "fa": "گور جمعی"},
                "variants": {"en": ["mass graves"]},
            },
            {"id": "only-french", "kind": "place", "forms": {"en": "Baghdad", "fr": "Bagdad"}},
        ]
    }
)
FAULTS = [
    ("The United Nations met.", "fr", "Les Nations s’unirent.", "Nations unies"),
    ("The UN met.", "fr", "L’organisation s’est réunie.", "Nations unies"),
    ("The Security Council met.", "fr", "Le conseil s’est réuni.", "Conseil de sécurité de l’ONU"),
    ("The UN and its Security Council met.", "fr", "Le Conseil de sécurité de l’ONU s’est réuni.", "Nations unies"),
    ("Amnesty International says", "fr", "Amnistie internationale dit", "Amnesty International"),
    ("A Special Rapporteur came.", "fr", "Un envoyé spécial est venu.", "rapporteur spécial"),
    ("Special Rapporteurs came.", "fr", "Des envoyés sont venus.", "rapporteur spécial"),
    ("a mass grave", "fr", "un charnier", "fosse commune"),
    ("mass graves", "fr", "des charniers", "fosse commune"),
    ("in Baghdad", "fr", "à Baghdad", "Bagdad"),
    ("**UN** experts", "fr", "des experts", "Nations unies"),
    ("The United Nations met.", "fa", "ملل متحد نشست.", "سازمان ملل متحد"),
    ("The UN met.", "fa", "سازمان نشست.", "سازمان ملل متحد"),
    ("The Security Council met.", "fa", "شورا نشست.", "شورای امنیت سازمان ملل"),
    ("Amnesty International says", "fa", "امنستی می‌گوید", "عفو بین‌الملل"),
    ("Amnesty International says", "fa", "Amnesty International می‌گوید", "عفو بین‌الملل"),
    ("A Special Rapporteur came.", "fa", "فرستادهٔ ویژه آمد.", "گزارشگر ویژه"),
    ("Special Rapporteurs came.", "fa", "گزارشگران آمدند.", "گزارشگر ویژه"),
    ("a mass grave", "fa", "گوری", "گور جمعی"),
    ("mass graves", "fa", "گورستان‌ها", "گور جمعی"),
    ("The UN and its Security Council met.", "fa", "شورای امنیت سازمان ملل نشست.", "سازمان ملل متحد"),
    ("The *UN* met.", "fa", "*آن‌ها* نشستند.", "سازمان ملل متحد"),
    ("A mass grave, a Special Rapporteur", "fa", "گوری، گزارشگر ویژه‌ای", "گور جمعی"),
    ("UN experts", "fa", "کارشناسان", "سازمان ملل متحد"),
]
GOOD = [
    ("The United Nations met.", "fr", "Les Nations unies se sont réunies."),
    ("The United Nations met.", "fr", "Les Nations Unies se sont réunies."),
    ("The UN met.", "fr", "L’ONU s’est réunie."),
    ("The UN met.", "fr", "L'ONU s’est réunie."),
    ("The UN Security Council met.", "fr", "Le Conseil de sécurité des Nations unies s’est réuni."),
    ("The Security Council met.", "fr", "Le Conseil de sécurité s’est réuni."),
    ("Amnesty International says", "fr", "d’Amnesty International"),
    ("Special Rapporteurs came.", "fr", "Des rapporteurs spéciaux sont venus."),
    ("A Special Rapporteur came.", "fr", "Une rapporteuse spéciale est venue."),
    ("A Special Rapporteur came.", "fr", "Rapporteur spécial"),
    ("mass graves", "fr", "les fosses communes"),
    ("in Baghdad", "fr", "à Bagdad"),
    ("unlike and until", "fr", "contrairement et jusqu’à"),
    ("see `UN`", "fr", "voir `UN`"),
    ("The United Nations met.", "fa", "سازمان ملل متحد نشست."),
    ("The United Nations met.", "fa", "سازمان\u200cملل متحد نشست."),
    ("The UN met.", "fa", "سازمان ملل نشست."),
    ("The UN met.", "fa", "سازمان ملل متّحد نشست."),
    ("The UN Security Council met.", "fa", "شورای امنیت نشست."),
    ("Amnesty International says", "fa", "عفو بين‌الملل می‌گوید"),
    ("Amnesty International says", "fa", "عفو بین الملل می‌گوید"),
    ("A Special Rapporteur came.", "fa", "گزارشگر ویژهٔ سازمان آمد."),
    ("Special Rapporteurs came.", "fa", "گزارشگران ویژه آمدند."),
    ("mass graves", "fa", "گورهای جمعی"),
    ("a mass grave", "fa", "گور جمعی‌ای"),
    ("in Baghdad", "fa", "در شهر"),
]


@pytest.mark.parametrize(("original", "language", "translation", "form"), FAULTS)
def test_another_name_is_told_with_the_right_one(original: str, language: str, translation: str, form: str) -> None:
    (found,) = check(beside(original, translation, language=language, glossary=GLOSSARY))
    assert found.code == "T015"
    assert f"write “{form}”" in found.mend


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_names_of_the_glossary_are_good_however_they_are_inflected(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language, glossary=GLOSSARY))]


def test_it_goes_from_persian_too() -> None:
    one = beside("سازمان ملل متحد نشست.", "They met.", language="en", source="fa", glossary=GLOSSARY)
    assert [found.message for found in check(one)] == [
        "the original names “سازمان ملل متحد”, the translation does not have “United Nations”"
    ]
    assert not list(check(beside("سازمان ملل نشست.", "The UN met.", language="en", source="fa", glossary=GLOSSARY)))


def test_without_a_glossary_nothing_is_told() -> None:
    assert not list(check(beside("The UN met.", "On s’est réuni.")))
