"""What a book claims: identifiers, series, pages, and conformance on a named evaluation alone."""

import dataclasses

from books import book
from lxml import etree
from test_epub import OPF, package, values

from dossier.model.bundle import Asset, EpubBundle, Evaluation, Metadata

EVALUATION = Evaluation("Ada Example", "2026-11-24", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", "https://example.org/report")


def described(**changes: object) -> EpubBundle:
    whole = book()
    return dataclasses.replace(whole, metadata=dataclasses.replace(whole.metadata, **changes))  # type: ignore[arg-type]


def refined(root: etree._Element, id: str) -> dict[str, str]:
    return {one.get("property"): one.text for one in root.iterfind(f".//o:meta[@refines='#{id}']", OPF)}


def test_without_an_evaluation_nothing_is_claimed() -> None:
    written = etree.tostring(package(book()))
    assert b"conformsTo" not in written
    assert b"certif" not in written
    assert b"no conformance is claimed" in written


def test_a_claim_names_who_evaluated_when_and_where_it_is_told() -> None:
    root = package(dataclasses.replace(book(), evaluation=EVALUATION))
    assert values(root, "dcterms:conformsTo") == [EVALUATION.conforms_to]
    assert refined(root, "conformance") == {"a11y:certifiedBy": "Ada Example"}
    assert refined(root, "certifier") == {"dcterms:date": "2026-11-24"}
    (link,) = root.iterfind(".//o:link", OPF)
    assert dict(link.attrib) == {"rel": "a11y:certifierReport", "refines": "#certifier", "href": "https://example.org/report"}


def test_pages_are_claimed_only_where_they_are_marked() -> None:
    marked, unmarked = package(dataclasses.replace(book(), paginated="urn:isbn:9783161484100")), package(book())
    both = {"pageBreakMarkers", "pageNavigation"}
    assert values(marked, "pageBreakSource") == ["urn:isbn:9783161484100"]
    assert both <= set(values(marked, "schema:accessibilityFeature"))
    assert values(unmarked, "pageBreakSource") == []
    assert both.isdisjoint(values(unmarked, "schema:accessibilityFeature"))


def test_pictures_that_may_move_are_no_known_absence_of_hazards() -> None:
    moving = dataclasses.replace(book(), assets={**book().assets, "images/a.gif": Asset(b"GIF89a", "image/gif")})
    assert values(package(moving), "schema:accessibilityHazard") == ["unknown"]
    assert values(package(book()), "schema:accessibilityHazard") == ["none"]


def test_identifiers_have_types_of_onix() -> None:
    root = package(described(doi="10.1000/182", isbn=(("pdf", "9780306406157"), ("epub", "978-3-16-148410-0"))))
    found = {one.get("id"): one.text for one in root.iterfind(".//dc:identifier", OPF)}
    assert found["doi"] == "doi:10.1000/182"
    assert found["isbn"] == "urn:isbn:9783161484100"
    assert [refined(root, name) for name in ("doi", "isbn")] == [{"identifier-type": "06"}, {"identifier-type": "15"}]


def test_series_work_and_version() -> None:
    root = package(described(series=("Letters", "3", "0378-5955"), work="urn:x:w", version="0.3", replaces="urn:x:2"))
    assert values(root, "belongs-to-collection") == ["Letters"]
    assert refined(root, "series") == {
        "collection-type": "series",
        "group-position": "3",
        "dcterms:identifier": "urn:issn:0378-5955",
    }
    found = {name: values(root, name) for name in ("dcterms:isVersionOf", "schema:version", "dcterms:replaces")}
    assert found == {"dcterms:isVersionOf": ["urn:x:w"], "schema:version": ["0.3"], "dcterms:replaces": ["urn:x:2"]}


def test_a_position_that_is_no_number_is_left_out() -> None:
    assert "group-position" not in refined(package(described(series=("Letters", "IV", ""))), "series")


def test_what_is_not_given_is_not_there() -> None:
    empty = Metadata("urn:x", "T", "en", "ltr", "2020-12-09", 0)
    root = package(dataclasses.replace(book(), metadata=empty))
    names = {one.get("property") for one in root.iterfind(".//o:meta", OPF)}
    assert names.isdisjoint(
        {"belongs-to-collection", "dcterms:isVersionOf", "schema:version", "dcterms:replaces", "identifier-type"}
    )
