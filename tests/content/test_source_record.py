"""What a source's record takes, and what it refuses."""

import pytest
from memory_files import SOURCE, refusals

from dossier.content.source import read_source
from dossier.model.diagnostics import Diagnostic
from dossier.model.identifiers import known_doi, known_isbn, known_issn, known_web_address
from dossier.model.records import SourceRecord


def read(text: str) -> tuple[SourceRecord, tuple[Diagnostic, ...]]:
    document, findings = read_source(text.encode(), "sources/letter.md", language="en", raw_html=False)
    assert isinstance(document.matter, SourceRecord)
    return document.matter, findings


def with_lines(*lines: str) -> str:
    return SOURCE.replace("language: en\n", "language: en\n" + "".join(f"{line}\n" for line in lines))


def codes(text: str) -> list[tuple[str, str]]:
    return [(found.code.id, str(found.place)) for found in refusals(lambda: read(text))]


def test_people_and_descriptions_have_csl_s_names() -> None:
    record, findings = read(
        with_lines(
            "translator: [{ family: Doe, given: Jo }]",
            "interviewer: [{ literal: A paper }]",
            "authority: A court",
            "section: News",
            "event-date: 1988-07~",
            "DOI: 10.1000/182",
            "ISBN: 978-1-4028-9462-6",
            "archived: { URL: https://archive.example.org/1, date: 2020-01 }",
        )
    )
    assert (findings, str(record.translator[0]), record.section, record.archived_address) == (
        (),
        "Jo Doe",
        "News",
        "https://archive.example.org/1",
    )


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https://a b.org",
        "https://[::1",
        "x",
    ],
)
def test_addresses_are_the_web_s(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        known_web_address(address)


@pytest.mark.parametrize("address", ["", "http://example.org", "https://example.org/a?b=c#d", "https://fa.example.org/نامه"])
def test_addresses_that_are_taken(address: str) -> None:
    assert known_web_address(address) == address


def test_identifiers() -> None:
    for good in ("978-1-4028-9462-6", "0-306-40615-2", "080442957X"):
        assert known_isbn(good) == good
    assert (known_issn("2434-561X"), known_doi("10.1000/182"), known_isbn(""), known_issn(""), known_doi("")) == (
        "2434-561X",
        "10.1000/182",
        "",
        "",
        "",
    )
    for check, bad in (
        (known_isbn, "978-1-4028-9462-7"),
        (known_isbn, "0306406153"),
        (known_issn, "0378-5956"),
        (known_doi, "https://doi.org/10.1/x"),
    ):
        with pytest.raises(ValueError, match="no "):
            check(bad)


@pytest.mark.parametrize("line", ["DOI: 10.1000", "ISBN: 123", "ISSN: 12345678", "archived: { URL: me }", "withhold: [Al]"])
def test_a_wrong_value_is_told_at_its_place(line: str) -> None:
    ((code, place),) = codes(with_lines(line))
    assert code == "C009"
    assert place.startswith("sources/letter.md:9:")


def test_a_field_cannot_be_given_and_unknown() -> None:
    assert codes(SOURCE.replace("  issued: text", "  issued: unknown")) == [("C009", "sources/letter.md:13:11")]


def test_a_kind_of_publisher_needs_a_reason() -> None:
    _, findings = read(SOURCE.replace("  publisher-kind: text\n", ""))
    assert [(found.code.id, str(found.place)) for found in findings] == [("C026", "sources/letter.md:5:17")]
    _, nothing = read(
        SOURCE.replace("  publisher-kind: text\n", "").replace("publisher-kind: intergovernmental", "publisher-kind: unknown")
    )
    assert nothing == ()
