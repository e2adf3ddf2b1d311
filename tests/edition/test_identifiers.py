"""Identifiers of a dossier, of its editions and versions: the same for ever, and on the page and in linked data where given."""

import re

import pytest
from small_dossier import DOSSIER, edition, load, localized, original

from dossier.edition.compose import Edition
from dossier.edition.environment import Templates
from dossier.edition.linked_data import linked_data
from dossier.edition.pages import web_bundle
from dossier.model.identifiers import bare_isbn, doi_address, edition_urn, version_urn, work_urn
from dossier.model.translation import State

NUMBERED = """\
replaces = "0.0.9"
doi = "10.1000/a<b>#1"
[series]
title = "Papers & texts"
number = "12"
issn = "2434-561x"
[[isbn]]
language = "en"
output = "epub"
number = "978-1-4028-9462-6"
[[isbn]]
language = "en"
output = "pdf"
number = "0-306-40615-2"
[[isbn]]
language = "fr"
output = "pdf"
number = "9780306406157"
"""


def made(language: str = "en", more: str = NUMBERED) -> Edition:
    dossier = load(**{"dossier.toml": DOSSIER + more})
    return edition(original(dossier) if language == "en" else localized(dossier, language, lambda _: State.REVIEWED))


def page(templates: Templates, language: str = "en", more: str = NUMBERED) -> str:
    return web_bundle(made(language, more), templates).html


def test_they_never_change() -> None:
    """Written down in catalogues: a change here would cut every edition off from what is known of it."""
    assert work_urn("sample") == "urn:uuid:02c7c8af-7993-5f70-b817-9c7792242868"
    assert edition_urn("un-letter-1988", "en") == "urn:uuid:7418e64f-4e3d-5ae3-bb06-c79e27edfbd9"
    assert version_urn("sample", "en", "0.1") == "urn:uuid:abaf1668-43f8-52b2-9fee-e50e4c287d74"


def test_dossier_editions_and_versions_are_told_apart() -> None:
    english, french = made().metadata, made("fr").metadata
    assert english.work == french.work == work_urn("sample")
    assert len({english.work, english.identifier, french.identifier, english.replaces, french.replaces}) == 5
    assert english.identifier == edition_urn("sample", "en")


def test_an_identifier_of_ones_own_is_the_root_of_all() -> None:
    about = made("fr", 'identifier = "urn:example:x"\nreplaces = "0"\n').metadata
    assert (about.work, about.identifier) == (work_urn("urn:example:x"), edition_urn("urn:example:x", "fr"))
    assert about.replaces == version_urn("urn:example:x", "fr", "0")
    assert about.edition_version == version_urn("urn:example:x", "fr", "0.1")
    assert made("en", 'identifier = "urn:example:x"\n').metadata.identifier == "urn:example:x"


def test_what_a_version_replaces_is_what_that_version_called_itself() -> None:
    later = linked_data(made())["http://purl.org/dc/terms/hasVersion"]
    assert later["http://purl.org/dc/terms/replaces"]["@id"] == version_urn("sample", "en", "0.0.9")
    assert later["@id"] == version_urn("sample", "en", "0.1")


def test_numbers_are_those_of_the_edition_in_the_order_of_its_outputs() -> None:
    assert made().metadata.isbn == (("pdf", "0-306-40615-2"), ("epub", "978-1-4028-9462-6"))
    assert made("fr").metadata.isbn == (("pdf", "9780306406157"),)
    assert made("fa").metadata.isbn == ()
    assert made().metadata.series == ("Papers & texts", "12", "2434-561x")


def test_nothing_is_there_that_was_not_given(templates: Templates) -> None:
    about, found = made(more="").metadata, linked_data(made(more=""))
    assert (about.doi, about.isbn, about.series, about.replaces) == ("", (), ("", "", ""), "")
    assert isinstance(found["identifier"], str)
    assert not {"exampleOfWork", "workExample", "isPartOf", "position", "http://purl.org/dc/terms/hasVersion"} & set(found)
    assert not re.search("DOI|ISBN|ISSN|Series", page(templates, more=""))


def test_linked_data() -> None:
    found = linked_data(made())
    own, doi = found["identifier"]
    assert own == made().metadata.identifier
    assert doi == {
        "@type": "PropertyValue",
        "propertyID": "DOI",
        "value": "10.1000/a<b>#1",
        "url": "https://doi.org/10.1000/a%3Cb%3E%231",
    }
    assert found["exampleOfWork"]["@id"] == made().metadata.work
    assert found["exampleOfWork"]["sameAs"] == doi["url"]
    assert [(one["isbn"], one["encodingFormat"]) for one in found["workExample"]] == [
        ("0306406152", "application/pdf"),
        ("9781402894626", "application/epub+zip"),
    ]
    assert found["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Papers & texts", "issn": "2434-561x"}
    assert (found["position"], found["version"]) == ("12", "0.1")


def test_a_number_of_a_printed_format_is_no_e_book() -> None:
    numbers = 'outputs = ["print", "pdf"]\n[[isbn]]\nlanguage = "en"\noutput = "print"\nnumber = "0-306-40615-2"\n'
    (one,) = linked_data(made(more=numbers))["workExample"]
    assert "bookFormat" not in one


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_readers_see_them(templates: Templates, language: str) -> None:
    shown = page(templates, language)
    assert 'href="https://doi.org/10.1000/a%3Cb%3E%231">10.1000/a&lt;b&gt;#1</a>' in shown
    assert "Papers &amp; texts" in shown
    assert "ISSN 2434-561X" in shown
    numbers = {"en": ["0-306-40615-2", "978-1-4028-9462-6"], "fr": ["9780306406157"], "fa": []}[language]
    assert re.findall(r'<span class="address" dir="ltr">([\dX-]{10,17})</span>', shown) == numbers


def test_forms() -> None:
    assert bare_isbn("0-8044-2957-x") == "080442957X"
    assert doi_address("") == ""
    assert doi_address("10.1000/100%") == "https://doi.org/10.1000/100%25"
