"""The glossary in machine drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.glossary import Glossary, GlossaryEntry, TermKind
from dossier.translation.drafting.french_articles import introduced
from dossier.translation.drafting.terms import Enforced, alone, enforced, terms_in
from dossier.translation.engines.engine import Pair, Reply


def _entry(
    kind: str, forms: Mapping[str, str], short: Mapping[str, str] | None = None, **variants: Sequence[str]
) -> GlossaryEntry:
    return GlossaryEntry(
        id="-".join(forms["en"].lower().replace("’", "").replace(".", "").split()),
        kind=TermKind(kind),
        forms=dict(forms),
        abbreviations=dict(short or {}),
        variants={language: tuple(words) for language, words in variants.items()},
    )


GLOSSARY = Glossary(
    entries=(
        _entry(
            "body",
            {"en": "United Nations", "fr": "Nations unies", "fa": "سازمان ملل متحد"},
            {"en": "UN", "fr": "ONU"},
            fr=["Organisation des Nations unies"],
            fa=["سازمان ملل"],
        ),
        _entry(
            "body",
            {
                "en": "United Nations Security Council",
                "fr": "Conseil de sécurité des Nations unies",
                "fa": "شورای امنیت سازمان ملل متحد",
            },
            en=["Security Council"],
            fr=["Conseil de sécurité"],
            fa=["شورای امنیت"],
        ),
        _entry("body", {"en": "Working Group", "fr": "Groupe de travail", "fa": "کارگروه"}),
        _entry("body", {"en": "Assembly", "fr": "Assemblée", "fa": "مجلس"}),
        _entry("body", {"en": "Amnesty International", "fr": "Amnesty International", "fa": "عفو بین‌الملل"}),
        _entry(
            "term",
            {"en": "enforced disappearance", "fr": "disparition forcée", "fa": "ناپدیدسازی قهری"},
            en=["enforced disappearances"],
        ),
        _entry("body", {"en": "Gazette", "fr": "Le Monde"}),
        _entry("term", {"en": "writ"}),
        _entry("place", {"en": "Evin Prison", "fr": "prison d’Evin", "fa": "زندان اوین"}),
    )
)


@dataclass(frozen=True)
class _Case:
    pair: str
    original: str
    translation: str
    expected: str
    alone: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def _enforced(case: _Case, translation: str | None = None) -> Enforced:
    pair = Pair(*case.pair.split("-"))
    replies = {words: Reply(made) for words, made in case.alone.items()}
    return enforced(case.translation if translation is None else translation, terms_in(case.original, GLOSSARY, pair), replies)


RIGHT = (
    _Case("en-fr", "The United Nations wrote.", "Les Nations unies ont écrit.", ""),
    _Case("en-fr", "The UN wrote.", "L’ONU a écrit.", ""),
    _Case("en-fr", "The UN wrote.", "Les Nations Unies ont écrit.", ""),
    _Case("en-fr", "a member of the Working Group", "un membre du groupe de travail", ""),
    _Case("en-fr", "enforced disappearances", "des disparitions forcées", ""),
    _Case("en-fr", "The UN and the Security Council wrote.", "L’ONU et le Conseil de sécurité des Nations unies ont écrit.", ""),
    _Case("en-fr", "It was in the Gazette.", "C’était un article du Monde.", ""),
    _Case("en-fr", "Amnesty International’s letter", "la lettre d’Amnesty International", ""),
    _Case("en-fr", "No term is here.", "Aucun Working Group ici.", ""),
    _Case("en-fr", "The writ was issued.", "Le writ a été délivré.", ""),
    _Case("en-fa", "The United Nations wrote.", "سازمان مللِ متحد نوشت.", ""),
    _Case("en-fa", "The Working Group wrote.", "کارگروه‌ها نوشتند.", ""),
    _Case("en-fa", "enforced disappearances", "ناپدیدسازی‌های قهری", ""),
    _Case("en-fa", "Amnesty International wrote.", "عفو بين الملل نوشت.", ""),
    _Case("fr-en", "L’ONU a écrit au Conseil de sécurité.", "The UN wrote to the Security Council.", ""),
    _Case("fr-CA-en", "", "", ""),
)

CHANGED = (
    _Case("en-fr", "The Working Group wrote.", "Le Working Group a écrit.", "Le Groupe de travail a écrit.", notes=("put in",)),
    _Case("en-fr", "a UN report", "un rapport de l’UN", "un rapport de l’ONU", notes=("put in",)),
    _Case("en-fr", "a UN report", "un rapport d'UN", "un rapport d'ONU"),
    _Case("en-fr", "The UN’s report", "UN’s rapport", "ONU rapport"),
    _Case("en-fr", "The UN wrote.", "Un des UN a écrit.", "Un des ONU a écrit.", notes=("put in",)),
    _Case("en-fr", "the WORKING GROUP and the Working Group", "le working group", "le Groupe de travail", notes=("put in",)),
    _Case(
        "en-fr",
        "The Working Group wrote to the Working Group.",
        "L’équipe de travail a écrit à l’équipe de travail.",
        "Le Groupe de travail a écrit au Groupe de travail.",
        {"Working Group": "Équipe de travail"},
        ("put in",),
    ),
    _Case(
        "en-fr",
        "He spoke before the Assembly.",
        "Il parla devant le Parlement, la voix du Parlement.",
        "Il parla devant le Parlement, la voix du Parlement.",
        {"Assembly": "Parlement"},
        ("“Assembly” is “Assemblée”; it was not found",),
    ),
    _Case(
        "en-fr", "for the Assembly", "membre du parlement", "membre de l’Assemblée", {"Assembly": "Le Parlement."}, ("put in",)
    ),
    _Case("en-fr", "for the Assembly", "donné au parlement", "donné à l’Assemblée", {"Assembly": "parlement"}, ("put in",)),
    _Case("en-fr", "the Assembly", "que parlement", "qu’Assemblée", {"Assembly": "parlement"}),
    _Case("en-fr", "in the Gazette", "un article du journal", "un article du Monde", {"Gazette": "le journal"}),
    _Case("en-fr", "at Evin Prison", "prison Evin", "prison d’Evin", {"Evin Prison": "prison Evin"}),
    _Case("en-fr", "Evin Prison is full.", "Geôle d’Evin pleine.", "Prison d’Evin pleine.", {"Evin Prison": "Geôle d'Evin"}),
    _Case(
        "en-fr",
        "The Security Council met.",
        "Le Security Council de l’UN.",
        "Le Conseil de sécurité des Nations unies de l’UN.",
        notes=("put in",),
    ),
    _Case(
        "en-fr",
        "The Working Group met.",
        "Le groupe s’est réuni.",
        "Le groupe s’est réuni.",
        {"Working Group": "Équipe"},
        ("“Working Group” is “Groupe de travail”; it was not found in the draft",),
    ),
    _Case("en-fr", "The UN. The UN.", "L’ONU.", "L’ONU.", notes=("the original has it 2 times, the draft 1",)),
    _Case(
        "en-fr",
        "The UN met.",
        "Voir https://UN/UN et un-letter-1988, UN-1988, UN_x, UN.org.",
        "Voir https://UN/UN et un-letter-1988, UN-1988, UN_x, UN.org.",
        notes=("not found",),
    ),
    _Case("en-fr", "The Assembly met.", "le 5 mai 1988", "le 5 mai 1988", {"Assembly": "1988"}, ("not found",)),
    _Case("en-fr", "The Assembly met.", "Un roi est un roi.", "Un roi est un roi.", {"Assembly": "roi"}, ("not found",)),
    _Case(
        "en-fr",
        "The Assembly met.",
        "On a dit. Ils ont dit.",
        "On a dit. Ils ont dit.",
        {"Assembly": "On a dit. Ils ont dit."},
        ("not found",),
    ),
    _Case("en-fr", "The Assembly met.", "", "", {"Assembly": ""}, ("not found",)),
    _Case("en-fa", "The Working Group wrote.", "گروه‌کاری نوشت.", "کارگروه نوشت.", {"Working Group": "گروه کاری"}),
    _Case("en-fa", "The Working Group wrote.", "گروه کاری‌ها نوشتند.", "کارگروه‌ها نوشتند.", {"Working Group": "گروه‌کاری"}),
    _Case("en-fa", "The Working Group wrote.", "Working Group نوشت.", "کارگروه نوشت."),
    _Case(
        "en-fa",
        "Amnesty International wrote.",
        "امنستی نوشت.",
        "امنستی نوشت.",
        notes=("“Amnesty International” is “عفو بین‌الملل”",),
    ),
    _Case("fr-en", "L’Assemblée s’est réunie.", "The Assemblée met.", "The Assembly met."),
    _Case(
        "fr-en",
        "Une Assemblée et un Groupe de travail.",
        "A meeting and an team.",
        "A meeting and an Working Group.",
        {"Groupe de travail": "team"},
        ("put in", "“Assemblée”"),
    ),
    _Case("fa-en", "کارگروه نوشت.", "The کارگروه wrote.", "The Working Group wrote."),
    _Case("fa-en", "زندان اوین", "Evine jail", "Evin Prison", {"زندان اوین": "Evine jail"}),
)


@pytest.mark.parametrize("case", RIGHT[:-1], ids=lambda case: case.original)
def test_a_right_wording_is_left_as_it_is(case: _Case) -> None:
    assert _enforced(case) == Enforced(case.translation)


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: f"{case.original} {case.translation}")
def test_a_wrong_wording_is_replaced_or_told(case: _Case) -> None:
    found = _enforced(case)
    assert found.text == case.expected
    assert len(found.notes) == len(case.notes)
    assert all(part in note for part, note in zip(sorted(case.notes), sorted(found.notes), strict=True)) or all(
        any(part in note for note in found.notes) for part in case.notes
    )


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: f"{case.original} {case.translation}")
def test_what_was_enforced_once_stays(case: _Case) -> None:
    once = _enforced(case)
    again = _enforced(case, once.text)
    assert again.text == once.text
    assert not again.changes


def test_terms_are_found_by_their_longest_wording() -> None:
    found = terms_in("The UN Security Council, the United Nations and the UN. The writ.", GLOSSARY, Pair("en", "fr"))
    assert [(term.found, term.form) for term in found] == [
        (("Security Council",), "Conseil de sécurité des Nations unies"),
        (("UN", "United Nations", "UN"), "ONU"),
    ]
    assert [term.form_for("United Nations") for term in found] == ["Conseil de sécurité des Nations unies", "Nations unies"]
    assert alone(found) == ("Security Council", "UN", "United Nations")
    assert terms_in("The UN.", GLOSSARY, Pair("de", "fr")) == ()
    assert terms_in("The UN.", Glossary(), Pair("en", "fr")) == ()


def test_a_term_of_the_same_words_is_not_asked_for() -> None:
    assert alone(terms_in("Amnesty International wrote.", GLOSSARY, Pair("en", "fr"))) == ()


def test_varieties_have_the_words_of_their_language() -> None:
    assert [term.form for term in terms_in("The UN.", GLOSSARY, Pair("en-GB", "fr-CA"))] == ["ONU"]


@pytest.mark.parametrize(
    ("before", "old", "new", "expected"),
    [
        ("le ", "groupe", "Assemblée", "l’Assemblée ?"),
        ("la ", "conférence", "Assemblée", "l’Assemblée ?"),
        ("l’", "équipe", "Groupe", "le Groupe ?"),
        ("l'", "équipe", "organisation", "l'organisation ?"),
        ("de l'", "équipe", "Commission", "de la Commission ?"),
        ("de l’", "équipe", "Groupe", "du Groupe ?"),
        ("à l’", "équipe", "Groupe", "au Groupe ?"),
        ("à la ", "réunion", "Assemblée", "à l’Assemblée ?"),
        ("des ", "nations", "Assemblée", "des Assemblée ?"),
        ("Du ", "groupe", "Assemblée", "De l’Assemblée ?"),
        ("de ", "Paris", "Iran", "d’Iran"),
        ("d’", "Iran", "Paris", "de Paris"),
        ("D'", "Iran", "Haut-Commissariat", "De Haut-Commissariat"),
        ("le ", "Groupe du travail", "Groupe de travail", "le Groupe de travail"),
        ("de le ", "groupe", "homme", "de l’homme ?"),
        ("grande ", "groupe", "Assemblée", "Assemblée"),
        ("aux ", "journaux", "Le Monde", "au Monde"),
        ("", "x", "", ""),
    ],
)
def test_a_french_article_fits_what_follows(before: str, old: str, new: str, expected: str) -> None:
    made = introduced(before, old, new)
    assert made.words + (" ?" if made.is_doubtful else "") == expected
    assert made.length in (0, len(before))


FRAGMENTS = st.sampled_from(
    [
        *" ,.’'-_/@1\u200c\u0301\ufffc",
        " ",
        " le ",
        " de ",
        "UN",
        "ONU",
        "Nations unies",
        "United Nations",
        "Security Council",
        "Conseil de sécurité",
        "Working Group",
        "équipe de travail",
        "Groupe de travail",
        "Assembly",
        "Assemblée",
        "parlement",
        "des ",
        "https://UN/",
        "Le Monde",
        "کارگروه",
        "۵",
    ]
)
TRANSLATIONS = st.lists(FRAGMENTS | st.characters(codec="utf-8"), max_size=14).map("".join)
ORIGINAL = (
    "The UN Security Council, the United Nations, the Working Group of the UN and the Assembly wrote to Evin Prison (Gazette)."
)
TARGETS = st.sampled_from(["fr", "fa"])


@given(translation=TRANSLATIONS, target=TARGETS, replies=st.lists(TRANSLATIONS, min_size=6, max_size=6))
def test_only_the_words_of_terms_are_touched(translation: str, target: str, replies: list[str]) -> None:
    terms = terms_in(ORIGINAL, GLOSSARY, Pair("en", target))
    found = enforced(translation, terms, {words: Reply(made) for words, made in zip(alone(terms), replies, strict=False)})
    parts, last = [], 0
    for change in found.changes:
        assert last <= change.begin < change.end <= len(translation)
        parts += [translation[last : change.begin], change.words]
        last = change.end
    assert "".join([*parts, translation[last:]]) == found.text
    forms = {term.form_for(words).casefold() for term in terms for words in (*term.found, *term.entry.forms.values())}
    assert all(any(change.words.casefold().endswith(form.removeprefix("le ")) for form in forms) for change in found.changes)
    assert all("1" not in translation[change.begin : change.end] for change in found.changes)


@given(translation=TRANSLATIONS, target=TARGETS)
def test_enforcing_twice_is_enforcing_once(translation: str, target: str) -> None:
    terms = terms_in(ORIGINAL, GLOSSARY, Pair("en", target))
    replies = {words: Reply("équipe de travail" if words == "Working Group" else "parlement") for words in alone(terms)}
    once = enforced(translation, terms, replies)
    assert enforced(once.text, terms, replies).text == once.text


@pytest.mark.parametrize(
    "unit", ["UN ", "UN", "équipe de travail ", " ", "’", "e\u0301", "Conseil de sécurité des ", "de l’", "\ufffc "]
)
def test_a_hostile_reply_takes_no_longer_than_its_length(unit: str) -> None:
    text = (unit * 30_000)[:30_000]
    terms = terms_in(ORIGINAL, GLOSSARY, Pair("en", "fr"))
    before = process_time()
    enforced(text, terms, {words: Reply(text if words == "UN" else "équipe de travail") for words in alone(terms)})
    assert process_time() - before < 5
