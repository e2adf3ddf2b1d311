"""What machines read of the web page."""

import json

import pytest
from small_dossier import DOSSIER, LETTER, edition, load, localized, original

from dossier.edition.compose import Edition
from dossier.edition.linked_data import as_script, head, linked_data
from dossier.model.source_record import ROLES
from dossier.model.translation import State

BASE = 'base-url = "https://example.org/dossiers"\n'
PAGE = "https://example.org/dossiers/sample"


def made(language: str = "en", more: str = "", state: State = State.REVIEWED, **changed: str) -> Edition:
    dossier = load(**{"dossier.toml": DOSSIER + more, **changed})
    return edition(original(dossier) if language == "en" else localized(dossier, language, lambda _: state))


def letter(**changed: str) -> str:
    text = LETTER
    for old, new in changed.values():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_an_edition_is_a_report() -> None:
    found = linked_data(made())
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Report")
    assert found["name"] == "A sample"
    assert found["alternativeHeadline"] == "With a subtitle"
    assert (found["inLanguage"], found["datePublished"], found["version"]) == ("en", "2026-11-21", "0.1")
    assert found["editor"] == [{"@type": "Person", "name": "Ada Example"}]
    assert found["publisher"] == found["sdPublisher"] == {"@type": "Organization", "name": "Example House"}
    assert found["copyrightNotice"] == "All rights with their owners"
    assert found["keywords"] == ["letters"]


def test_nobody_is_invented() -> None:
    lines = [line for line in DOSSIER.splitlines() if not line.startswith(("editors", "publisher", "rights", "version"))]
    found = linked_data(edition(original(load(**{"dossier.toml": "\n".join(lines)}))))
    assert not {"author", "editor", "publisher", "sdPublisher", "copyrightNotice", "version", "license", "url"} & set(found)


def test_without_an_address_identifiers_are_uuids() -> None:
    found = linked_data(made())
    assert found["@id"].startswith("urn:uuid:")
    assert "encoding" not in found
    (translation, other) = found["workTranslation"]
    assert (translation["inLanguage"], other["inLanguage"]) == ("fr", "fa")
    assert len({found["@id"], translation["@id"], other["@id"]}) == 3


@pytest.mark.parametrize(("own", "shown"), [("doi:10.1000/1", "doi:10.1000/1"), ("ISBN 978-1-4028-9462-6", "urn:uuid:")])
def test_an_identifier_that_is_no_iri_names_nothing_by_itself(own: str, shown: str) -> None:
    found = linked_data(made(more=f'identifier = "{own}"\n'))
    assert found["identifier"] == own
    assert found["@id"].startswith(shown)


def test_languages_name_each_other() -> None:
    english, persian = linked_data(made(more=BASE)), linked_data(made("fa", BASE))
    assert english["@id"] == english["url"] == f"{PAGE}/en/sample.html"
    assert persian["translationOfWork"] == {"@type": "Report", "@id": english["@id"], "inLanguage": "en", "name": "A sample"}
    assert persian["@id"] in [other["@id"] for other in english["workTranslation"]]
    assert "workTranslation" not in persian
    assert "translationOfWork" not in english


def test_other_formats_are_named_where_their_address_is_known() -> None:
    assert [file["contentUrl"] for file in linked_data(made(more=BASE))["encoding"]] == [
        f"{PAGE}/en/sample.pdf",
        f"{PAGE}/en/sample.epub",
    ]


@pytest.mark.parametrize(
    ("more", "status"),
    [("", "Draft"), ('[withdrawn]\ndate = "2027-01-01"\nreason = "An error."\n', "Withdrawn")],
)
def test_status(more: str, status: str) -> None:
    assert linked_data(made(more=more))["creativeWorkStatus"] == status


def test_a_translation_that_is_mostly_draft_is_a_draft() -> None:
    reviewed = {"dossier.toml": DOSSIER.replace('status = "draft"', 'status = "reviewed"')}
    dossier = load(**reviewed)
    status = {
        state: linked_data(edition(localized(dossier, "fa", lambda _, state=state: state)))["creativeWorkStatus"]
        for state in (State.DRAFT, State.REVIEWED)
    }
    assert status == {State.DRAFT: "Draft", State.REVIEWED: "Published"}


def test_corrections() -> None:
    found = linked_data(made("fa", '[[corrections]]\nversion = "0.1"\ndate = "2026-12-01"\ntext = "A date."\n'))
    assert found["correction"] == [{"@type": "CorrectionComment", "datePublished": "2026-12-01", "text": "†A date.†"}]


def test_a_source_says_what_is_stated_and_nothing_that_is_inferred() -> None:
    (source,) = linked_data(made())["isBasedOn"]
    assert source["name"] == "[Letter of an office]"
    assert source["publisher"] == {"@type": "Organization", "name": "The Office"}
    assert "datePublished" not in source  # inferred, and no single day either
    assert not {"url", "copyrightNotice"} & set(source)
    assert source["encoding"]["sha256"].startswith("01234567")
    assert source["@id"].partition("#")[2] == "sources_letter"


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ("1988-08-03", "1988-08-03"),
        ("1988-08", "1988-08"),
        ("1988", "1988"),
        ("1988-21", None),
        ("1988?", None),
        ("1988/1989", None),
    ],
)
def test_dates_of_sources(issued: str, shown: str | None) -> None:
    text = letter(
        a=('issued: "1988-07~/1988-09"', f'issued: "{issued}"'), b=('issued: "inferred: it speaks of summer"', "issued: text")
    )
    (source,) = linked_data(made(**{"sources/letter.md": text}))["isBasedOn"]
    assert source.get("datePublished") == shown


def test_inferred_fields_are_left_out() -> None:
    text = letter(a=("  publisher: text", '  publisher: "inferred: from the paper"'))
    (source,) = linked_data(made(**{"sources/letter.md": text}))["isBasedOn"]
    assert "publisher" not in source


def test_people_identifiers_and_archives_of_a_source() -> None:
    text = letter(
        a=(
            "language: en\n",
            "language: en\nDOI: 10.1000/182\ntranslator: [{ family: Doe, given: Jo }]\nhost: [{ literal: A host }]\n",
        ),
        b=("reproduce: digest", 'reproduce: digest\narchived: { URL: "https://archive.example.org/1", date: "2020" }'),
        c=("  URL: unknown", '  URL: unknown\n  host: "inferred: by the voice"'),
    )
    (source,) = linked_data(made(**{"sources/letter.md": text}))["isBasedOn"]
    assert source["translator"] == [{"@type": "Person", "name": "Jo Doe"}]
    assert source["identifier"] == ["https://doi.org/10.1000/182"]
    assert source["archivedAt"] == "https://archive.example.org/1"
    assert "contributor" not in source  # who was inferred is nobody's fact


def test_a_part_without_a_property_of_its_own_is_a_role() -> None:
    text = letter(a=("language: en\n", "language: en\nhost: [{ literal: A host }]\n"))
    (source,) = linked_data(made(**{"sources/letter.md": text}))["isBasedOn"]
    role = {"@type": "Role", "roleName": "http://id.loc.gov/vocabulary/relators/hst", "contributor": "A host"}
    assert source["contributor"] == [role]


def test_what_was_not_consulted_is_mentioned_only() -> None:
    text = letter(a=("reproduce: digest", "reproduce: not-consulted"))
    found = linked_data(made(**{"sources/letter.md": text}))
    assert "isBasedOn" not in found
    assert [source["name"] for source in found["mentions"]] == ["[Letter of an office]"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_withheld_words_do_not_occur(language: str) -> None:
    text = letter(
        a=("title-short: Letter of an office", "title-short: Letter of Somebody Secret"),
        b=("publisher: The Office", "publisher: Somebody Secret and Sons"),
        c=("  URL: unknown", "  URL: text"),
        d=("language: en\n", "language: en\nURL: https://example.org/Somebody Secret\n"),
    )
    second = LETTER.replace("id: letter", "id: second").replace("withhold: [Somebody Secret]\n", "")
    found = made(language, **{"sources/letter.md": text, "sources/second.md": second})
    assert "Somebody Secret" not in str(linked_data(found))
    assert "Somebody Secret" not in head(found).linked_data
    assert linked_data(found)["isBasedOn"][0]["name"] == "[Letter of [name withheld]]"


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!--<script>", "a & b", "\u2028", "“«گفت»”"])
def test_no_text_can_leave_its_element(text: str) -> None:
    script = as_script({"name": text})
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == {"name": text}


def test_the_head_of_a_published_page() -> None:
    found = head(made("fa", BASE))
    assert found.address == f"{PAGE}/fa/sample.html"
    assert dict(found.alternates) == {
        "en": f"{PAGE}/en/sample.html",
        "fr": f"{PAGE}/fr/sample.html",
        "fa": f"{PAGE}/fa/sample.html",
        "x-default": f"{PAGE}/en/sample.html",
    }
    assert found.picture.startswith(f"{PAGE}/fa/")
    assert (found.locale, found.other_locales) == ("fa_IR", ("en_US", "fr_FR"))


def test_the_head_of_a_page_without_an_address_claims_none() -> None:
    found = head(made("fr"))
    assert (found.address, found.picture, found.alternates) == ("", "", ())


def test_keys_are_schema_org_s() -> None:
    # https://schema.org/version/latest/schemaorg-current-https.jsonld: properties of Report, CreativeWork and their parts.
    known = {
        *("name", "alternativeHeadline", "description", "identifier", "url", "inLanguage", "datePublished", "version"),
        *("creativeWorkStatus", "keywords", "editor", "publisher", "sdPublisher", "copyrightNotice", "correction", "encoding"),
        *("workTranslation", "translationOfWork", "isBasedOn", "mentions", "author", "archivedAt", "text"),
        *("translator", "producer", "contributor", "roleName", "sourceOrganization", "isPartOf", "genre"),
        *("encodingFormat", "contentUrl", "sha256", "@context", "@type", "@id"),
    }
    more = (
        "DOI: 10.1000/182\ncontainer-title: A book\ngenre: Letter\nauthority: A court\narchived: { URL: https://example.org/a }\n"
    )
    people = "".join(f"{role}: [{{ literal: Somebody {role} }}]\n" for role in ROLES if role != "author")
    text = letter(a=("language: en\n", f"language: en\n{more}{people}"))
    corrections = '[[corrections]]\nversion = "0.1"\ndate = "2026-12-01"\ntext = "A date."\n'
    found = made("fa", BASE + corrections, **{"sources/letter.md": text})
    assert set(_keys(json.loads(head(found).linked_data))) <= known


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    return [key for inner in value for key in _keys(inner)] if isinstance(value, list) else []
