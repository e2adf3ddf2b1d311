"""Who had a part in a source, in what catalogues read of an edition."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree
from small_dossier import LETTER, edition, load, original

from dossier.edition.book import epub_bundle
from dossier.edition.environment import Templates
from dossier.model.bundle import Metadata
from dossier.press.epub import pack

PEOPLE = "translator: [{ family: Doe, given: Jo }]\neditor: [{ literal: An editor }]\nauthority: A court\n"


def metadata(how: str, evidence: str = "") -> Metadata:
    text = LETTER.replace("reproduce: digest", f"reproduce: {how}").replace("language: en\n", f"language: en\n{PEOPLE}")
    text = text.replace("Somebody Secret }]", "A writer }]").replace("  rights: unknown", "  rights: text" + evidence)
    text = text.replace("reproduce:", "rights: © A writer\nreproduce:")
    return edition(original(load(**{"sources/letter.md": text}))).metadata


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("full", {("A writer", "aut"), ("Jo Doe", "trl"), ("An editor", "edt"), ("A court", "isb")}),
        ("excerpt", {("A writer", "aqt"), ("Jo Doe", "trl")}),
        ("digest", {("A writer", "aqt")}),
        ("not-consulted", set()),
    ],
)
def test_contributors_by_what_is_reproduced(how: str, expected: set[tuple[str, str]]) -> None:
    assert {(one.name, one.role) for one in metadata(how).contributors} == expected


def test_nobody_is_a_contributor_by_inference() -> None:
    found = metadata("full", '\n  translator: "inferred: by the style"')
    assert "trl" not in {one.role for one in found.contributors}


def test_rights_of_sources_are_told_with_their_source() -> None:
    assert metadata("digest").source_rights == ("[Letter of an office]: © A writer",)
    assert metadata("not-consulted").source_rights == ()


def test_a_book_names_contributors_with_marc_relators(templates: Templates) -> None:
    text = LETTER.replace("reproduce: digest", "reproduce: full").replace("language: en\n", f"language: en\n{PEOPLE}")
    made = edition(original(load(**{"sources/letter.md": text})))
    with zipfile.ZipFile(BytesIO(pack(epub_bundle(made, templates, faces="")))) as book:
        package = etree.fromstring(book.read("EPUB/content.opf"))
    named = {one.get("id"): one.text for one in package.iter("{http://purl.org/dc/elements/1.1/}contributor")}
    roles = {
        named[one.get("refines")[1:]]: (one.text, one.get("scheme"))
        for one in package.iter("{http://www.idpf.org/2007/opf}meta")
        if one.get("property") == "role"
    }
    assert roles["Jo Doe"] == ("trl", "marc:relators")
    assert roles["A court"] == ("isb", "marc:relators")
