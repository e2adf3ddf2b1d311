"""Dublin Core, CSL-JSON and the RO-Crate: read back by others, whatever stands in the dossier's words."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from rocrate.rocrate import ROCrate
from sidecar_sample import BARE, GIVEN, HOSTILE, record

from dossier.archive.sidecars import sidecars
from dossier.attribution.csl.conversion import biblatex
from dossier.model.deposit import FileRecord
from dossier.model.identifiers import version_urn

DC = "{http://purl.org/dc/elements/1.1/}"
FIFTEEN = frozenset(
    "contributor coverage creator date description format identifier language publisher relation rights source subject title "
    "type".split()
)
TERMS = frozenset(
    "about alternativeHeadline author conformsTo contentSize creativeWorkStatus datePublished description editor encodingFormat "
    "familyName givenName hasPart identifier inLanguage instrument isPartOf issn keywords license name position publisher result "
    "softwareVersion translationOfWork url version CreateAction CreativeWork CreativeWorkSeries Dataset File Organization Person "
    "SoftwareApplication".split(" ")
)
"""Each was looked up in the context of RO-Crate 1.1, of which no package that the tests have carries a copy."""
SOURCES = {"en": b"[]\n", "fr": b"[]\n", "fa": b"[]\n"}
BESIDE = (FileRecord("project/content/é b.md", "text/markdown", 3, hashlib.sha256(b"abc").hexdigest()),)


def made(given: dict[str, Any] = GIVEN, **changes: Any) -> dict[str, bytes]:
    return dict(sidecars(record(given, **changes), SOURCES, BESIDE))


def dublin_core(language: str, **files: Any) -> dict[str, list[str]]:
    root = etree.fromstring(made(**files)[f"metadata/{language}/dublin-core.xml"])
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    found: dict[str, list[str]] = {}
    for child in root:
        assert child.tag.startswith(DC)
        assert len(child) == 0
        found.setdefault(child.tag.removeprefix(DC), []).append(child.text)
    return found


def item(language: str, **files: Any) -> dict[str, Any]:
    (found,) = json.loads(made(**files)[f"metadata/{language}/csl.json"])
    return dict(found)


def test_every_edition_is_described_in_every_format() -> None:
    names = ("csl.json", "dublin-core.xml", "marc.xml", "sources.csl.json")
    assert list(made()) == [*(f"metadata/{tag}/{name}" for tag in ("en", "fa", "fr") for name in names), "ro-crate-metadata.json"]


def test_the_same_record_gives_the_same_bytes() -> None:
    assert made() == made()
    assert made()["metadata/en/marc.xml"] != made(title="Another")["metadata/en/marc.xml"]


@pytest.mark.parametrize("language", ["en", "fr", "fa"])
def test_dublin_core_has_the_fifteen_elements_and_no_other(language: str) -> None:
    assert set(dublin_core(language)) <= FIFTEEN
    assert set(dublin_core(language)) == FIFTEEN - {"coverage"}


def test_dublin_core_says_what_was_given() -> None:
    found = dublin_core("fa")
    assert found["title"] == ["نامه و پاسخ آن: A dossier"]
    assert dublin_core("fr")["title"] == ["Une lettre et sa réponse\u00a0: A dossier"]
    assert found["format"] == ["application/pdf", "application/epub+zip", "text/html"]
    assert found["language"] == ["fa"]
    assert found["identifier"][2:] == ["https://doi.org/10.1000/a%3C1%3E", "urn:isbn:080442957X"]
    assert "urn:issn:2434-561X" in found["relation"]
    assert found["rights"] == ["CC BY 4.0", "Letter of an office: © an office"]


def test_dublin_core_claims_nothing_else() -> None:
    assert set(dublin_core("en", given=BARE)) == {"title", "date", "type", "format", "identifier", "language", "relation"}


@pytest.mark.parametrize("words", [HOSTILE, "<script>alert(1)</script>", "]]>", "&amp;", "\u202eabc\u202c"])
def test_hostile_words_stay_words(words: str) -> None:
    shown = (
        "".join(char for char in words if char.isprintable() or char in "\u202e\u2067\u202c\n\u2028")
        .replace("\n", " ")
        .replace("\u2028", " ")
    )
    assert dublin_core("en", title=words, subtitle="")["title"] == [shown]
    assert item("en", title=words, subtitle="")["title"] == shown
    crate = json.loads(made(title=words)["ro-crate-metadata.json"])
    (edition,) = [one for one in crate["@graph"] if one["@id"] == "editions/en/"]
    assert edition["name"] == shown


def test_pandoc_reads_the_dossier_as_an_item() -> None:
    text = biblatex([item("fa")])
    for words in ("Example, Ada", "{The Group}", "10.1000/a", "Example House", "2026-11-21", "langid = {fa}"):
        assert words in text, text
    assert item("fa")["original-title"] == GIVEN["title"]
    assert "original-title" not in item("en")


def test_an_item_has_no_empty_fields() -> None:
    assert set(item("en", given=BARE)) == {"id", "type", "title", "issued", "language"}


def unpacked(folder: Path, **files: Any) -> ROCrate:
    """The payload as it lies in a bag, read by ro-crate-py."""
    payload = {**made(**files), BESIDE[0].path: b"abc"}
    for edition in record(**files).editions:
        for file in (*edition.files, edition.picture):
            assert file is not None
            payload[f"editions/{edition.metadata.language}/{file.path.rpartition('/')[2]}"] = b"x"
    for path, data in payload.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return ROCrate(folder)


def test_the_crate_is_read_and_knows_every_file(tmp_path: Path) -> None:
    crate = unpacked(tmp_path)
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} - {"ro-crate-metadata.json"}
    known = {entity.source.relative_to(tmp_path).as_posix() for entity in crate.data_entities if entity.type == "File"}
    assert known == there
    assert crate.root_dataset["license"]["description"] == "CC BY 4.0"
    assert [person["name"] for person in crate.get_by_type("Person")] == ["Ada Example"]
    assert crate.root_dataset["publisher"]["name"] == "Example House"
    assert crate.root_dataset["editor"][1] == "The Group"
    assert crate.get("editions/fa/")["translationOfWork"] is crate.get("editions/en/")
    assert crate.get("editions/fa/letter.epub")["identifier"] == "urn:isbn:080442957X"


def test_every_reference_in_the_crate_leads_somewhere() -> None:
    for given in (GIVEN, BARE):
        graph = json.loads(made(given)["ro-crate-metadata.json"])["@graph"]
        names = [entity["@id"] for entity in graph]
        assert len(names) == len(set(names))
        told = {reference for entity in graph for reference in _references(entity)} - {"https://w3id.org/ro/crate/1.1"}
        assert told <= set(names)
        parts = {reference for entity in graph for reference in _references(entity.get("hasPart", []))}
        assert {entity["@id"] for entity in graph if entity["@type"] == "File"} <= parts


def _references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [found for inner in value for found in _references(inner)]
    if isinstance(value, dict):
        alone = [value["@id"]] if set(value) == {"@id"} else []
        return alone + [found for name, inner in value.items() if name != "@id" for found in _references(inner)]
    return []


def test_digests_are_those_of_the_files() -> None:
    files = made()
    crate = {entity["@id"]: entity for entity in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    for path, data in files.items():
        if path != "ro-crate-metadata.json":
            assert crate[path]["sha256"] == hashlib.sha256(data).hexdigest()
            assert crate[path]["contentSize"] == str(len(data))
    assert crate["project/content/%C3%A9%20b.md"]["sha256"] == BESIDE[0].sha256


def test_nobody_is_invented_in_the_crate() -> None:
    graph = json.loads(made(BARE)["ro-crate-metadata.json"])["@graph"]
    assert {entity["@type"] for entity in graph} == {"CreativeWork", "Dataset", "File", "CreateAction"}
    (root,) = [entity for entity in graph if entity["@id"] == "./"]
    assert not {"author", "editor", "publisher", "version", "replaces", "isPartOf", "position"} & set(root)


def crate(given: dict[str, Any] = GIVEN) -> dict[str, dict[str, Any]]:
    """What the crate says, by what it says it of."""
    return {entity["@id"]: entity for entity in json.loads(made(given)["ro-crate-metadata.json"])["@graph"]}


def undefined(data: bytes) -> set[str]:
    """Terms that readers of linked data would drop, since no context of the crate defines them."""
    whole = json.loads(data)
    standard, own = whole["@context"]
    assert standard == "https://w3id.org/ro/crate/1.1/context"
    assert all(address.startswith("http") for address in own.values())
    names = {name for entity in whole["@graph"] for name in (*entity, entity["@type"]) if not name.startswith("@")}
    return names - TERMS - set(own)


def test_every_term_of_the_crate_is_defined() -> None:
    data = made()["ro-crate-metadata.json"]
    assert undefined(data) == undefined(made(BARE)["ro-crate-metadata.json"]) == set()
    assert b'"sha256": "http' in data
    assert undefined(data.replace(b'"sha256": "http', b'"sha512": "http')) == {"sha256"}


@pytest.mark.parametrize(("given", "told"), [(GIVEN, "CC BY 4.0"), (BARE, "The dossier does not say who may do what with it.")])
def test_a_crate_always_tells_its_licence(given: dict[str, Any], told: str) -> None:
    """RO-Crate 1.1, “Root Data Entity”: it must have one, and words will do."""
    found = crate(given)
    assert {found[name]["license"]["@id"] for name in ("./", "editions/fa/")} == {"#rights"}
    assert found["#rights"]["description"] == told


def test_one_value_stands_alone_in_the_crate() -> None:
    alone = [value for entity in crate().values() for value in entity.values() if isinstance(value, list) and len(value) < 2]
    assert alone == []
    assert crate()["./"]["keywords"] == "letters"
    assert len(crate()["./"]["inLanguage"]) == 3


def test_editors_answer_for_the_deposit() -> None:
    assert crate()["./"]["author"] == crate()["./"]["editor"] == [{"@id": "#editor-1"}, "The Group"]


def test_the_crate_names_what_it_replaces_and_its_place_in_a_series() -> None:
    found = crate()
    replaced = [found[f"editions/{language}/"]["replaces"]["@id"] for language in ("en", "fr", "fa")]
    assert replaced == [version_urn("letter", language, "0.2") for language in ("en", "fr", "fa")]
    assert found[replaced[0]] == {"@id": replaced[0], "@type": "CreativeWork", "name": "Version 0.2", "version": "0.2"}
    assert found["./"]["position"] == "12"


def test_a_crate_without_its_root_is_refused(tmp_path: Path) -> None:
    """The reader judges: a control that it does not take just anything."""
    unpacked(tmp_path)
    path = tmp_path / "ro-crate-metadata.json"
    path.write_text(path.read_text("utf-8").replace('"about"', '"abuot"'), "utf-8")
    with pytest.raises((ValueError, KeyError)):
        ROCrate(tmp_path)


def test_the_crate_says_what_a_machine_drafted() -> None:
    crate = {entity["@id"]: entity for entity in json.loads(made()["ro-crate-metadata.json"])["@graph"]}
    assert crate["#making-fa"]["description"].startswith("25.00%")
    assert [tool["@id"] for tool in crate["#making-fa"]["instrument"]] == ["#tool-dossier-0.9", "#tool-WeasyPrint-70.0"]
