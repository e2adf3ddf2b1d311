"""``glossary.toml``: optional, and every fault with its place."""

import pickle

import pytest
from memory_files import project

from dossier.content.load import load_dossier
from dossier.model.diagnostics import DossierError
from dossier.model.document import Dossier
from dossier.model.glossary import Glossary, TermKind
from dossier.model.records import Status

PATH = "content/demo/dossier.toml"
GLOSSARY = """\
status = "reviewed"

[[entries]]
id = "ncri"
kind = "body"
forms = { en = "National Council", fa = "شورای ملی" }
abbreviations = { en = "NCRI" }
variants = { en = ["the Council", "the NCRI"] }

[[entries]]
id = "iran"
kind = "place"

[entries.forms]
en = "Iran"
"""


def loaded(glossary: str | bytes | None) -> tuple[Dossier, list[str]]:
    dossier, findings = load_dossier(project({"glossary.toml": glossary}), PATH)
    return dossier, [str(found).replace("content/demo/", "") for found in findings]


def refused(glossary: str | bytes) -> list[str]:
    with pytest.raises(DossierError) as caught:
        loaded(glossary)
    return [str(found).replace("content/demo/", "") for found in caught.value.diagnostics]


def test_a_dossier_without_glossary_has_an_empty_one() -> None:
    dossier, findings = loaded(None)
    assert (dossier.glossary, findings) == (Glossary(), [])


def test_entries_are_read_in_order() -> None:
    dossier, findings = loaded(GLOSSARY)
    assert findings == []
    assert dossier.glossary.status is Status.REVIEWED
    assert [(entry.id, entry.kind) for entry in dossier.glossary.entries] == [("ncri", TermKind.BODY), ("iran", TermKind.PLACE)]
    assert dossier.glossary.entries[0].variants == {"en": ("the Council", "the NCRI")}
    assert pickle.loads(pickle.dumps(dossier)).glossary == dossier.glossary


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'id = "iran"',
            'id = "ncri"',
            "glossary.toml:11:6: error C022: the id “ncri” is used a second time\n"
            "  first  glossary.toml:4:6\n"
            "  mend   keep one of the two entries, or give this one an id of its own",
        ),
        (
            'en = "Iran"',
            'en = "the NCRI"',
            "glossary.toml:15:6: error C022: “the NCRI” stands for “ncri” in “en” already\n"
            "  first  glossary.toml:8:35\n"
            "  mend   leave it to one of the two entries: nobody could tell which one a text means",
        ),
        (
            'en = "Iran"',
            'fa = "ایران"',
            "glossary.toml:14:2: error C007: “iran” has no form in the dossier's own language, “en”\n"
            '  mend  write forms = { en = "…" }, as the name stands in your text',
        ),
        ('{ en = "NCRI" }', '{ farsi = "NCRI" }', None),
        (
            '"place"',
            '"plase"',
            "glossary.toml:12:8: error C009: “plase” is no value of “entries.kind”\n  mend  did you mean “place”?",
        ),
        ('fa = "شورای ملی"', 'fa = ""', None),
        ('kind = "place"\n', "", None),
        ("variants", "variant", None),
        ('["the Council", "the NCRI"]', '"the Council"', None),
        ('"Iran"\n', '"Iran\n', None),
    ],
)  # fmt: skip
def test_a_fault_is_refused_at_file_line_and_column(old: str, new: str, told: str | None) -> None:
    assert old in GLOSSARY
    (finding,) = refused(GLOSSARY.replace(old, new))
    if told is not None:
        assert finding == told
    else:
        line = GLOSSARY[: GLOSSARY.index(old)].count("\n") + 1
        assert finding.startswith((f"glossary.toml:{line}:", f"glossary.toml:{line - 2}:")), finding


def test_a_language_tag_that_is_no_key_of_cldr_is_told_with_its_place() -> None:
    (finding,) = refused(GLOSSARY.replace("fa =", "farsi ="))
    assert finding.startswith("glossary.toml:6:36: error C011: “farsi” in “entries.forms.farsi” is no language tag")
    assert finding.endswith("mend  did you mean “fa”?")


def test_the_same_words_in_two_languages_may_mean_two_things() -> None:
    assert loaded(GLOSSARY.replace('fa = "شورای ملی"', 'fr = "Iran"'))[1] == []


def test_composed_and_decomposed_letters_are_the_same_words() -> None:
    twice = GLOSSARY.replace('"NCRI"', '"E\u0301tat"').replace('"Iran"', '"\u00c9tat"')
    assert [finding.split(":")[3] for finding in refused(twice)] == [" error C022"]


def test_faults_of_the_glossary_stand_beside_those_of_the_parts() -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(project({"glossary.toml": "status = 1\n", "summary.md": ""}), PATH)
    assert [str(found.place) for found in caught.value.diagnostics] == [
        "content/demo/glossary.toml:1:10",
        "content/demo/summary.md:1:1",
    ]


def test_a_glossary_behind_a_link_that_leads_outside_is_refused() -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(project({"glossary.toml": GLOSSARY}, outside=["content/demo/glossary.toml"]), PATH)
    assert [found.code.id for found in caught.value.diagnostics] == ["C014"]
