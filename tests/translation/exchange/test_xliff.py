"""XLIFF 2.0 as it goes out, held to the specification, and as tools of other habits give it back."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from test_exchange_laws import ENTRIES
from translate.storage.workflow import StateEnum
from translate.storage.xliff2 import Xliff2File
from travellers import Entry, Project, catalog, document, dossier

from dossier.model.diagnostics import DossierError
from dossier.model.translation import State
from dossier.translation.exchange.formats import written
from dossier.translation.exchange.reading import read_incoming
from dossier.translation.exchange.values import Format, IncomingFile, unit_id
from dossier.translation.locations import po_path

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
SCHEMA = Path(__file__).with_name("xliff_core.rng")
HEARD, NOBODY, WHO = "Five people were heard.", "Nobody wrote it down.", "Who was heard"


def unit_of(root: etree._Element, source: str) -> etree._Element:
    return next(one for one in root.iter(f"{CORE}unit") if "".join(one.find(f".//{CORE}source").itertext()) == source)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ENTRIES)
def test_what_is_written_is_valid(entries: dict[str, dict[str, Entry]]) -> None:
    root = etree.fromstring(Project.with_entries(**entries).exported(Format.XLIFF))
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    assert schema.validate(root), schema.error_log
    files = [file.get("id") for file in root]
    assert files == list(dict.fromkeys(files))
    for file in root:
        units = [unit.get("id") for unit in file.iter(f"{CORE}unit")]
        assert units == list(dict.fromkeys(units))


def test_every_state_is_told_and_comes_back() -> None:
    states = {
        WHO: Entry("که شنیده شد", State.REVIEWED),
        HEARD: Entry("پنج تن", State.DRAFT),
        NOBODY: Entry("هیچ‌کس", State.UNFINISHED, ("is it so?",)),
        "Summary": Entry("چکیده", State.STALE, previous="A summary"),
    }
    data = Project.with_entries(summary=states).exported(Format.XLIFF)
    root = etree.fromstring(data)
    segments = {source: unit_of(root, source).find(f"{CORE}segment") for source in states}
    assert {source: (one.get("state"), one.get("subState")) for source, one in segments.items()} == {
        WHO: ("reviewed", None),
        HEARD: ("translated", "dossier:draft"),
        NOBODY: ("translated", "dossier:unfinished"),
        "Summary": ("translated", "dossier:stale"),
    }
    notes = {one.get("category"): one.text for one in unit_of(root, "Summary").iter(f"{CORE}note")}
    assert notes == {"kind": "title", "place": "content/demo/summary.md:2", "previous": "A summary"}
    assert [one.text for one in unit_of(root, NOBODY).iter(f"{CORE}note")][-1] == "is it so?"
    content, _ = read_incoming(data, "x.xlf")
    assert isinstance(content, IncomingFile)
    assert {one.source: one.state for one in content.entries if one.text} == {source: one.state for source, one in states.items()}


def test_translate_toolkit_reads_texts_states_and_ids() -> None:
    entries = {WHO: Entry("که شنیده شد", State.REVIEWED), HEARD: Entry("پنج\u200cتن\u00a0\u2028x  y", State.DRAFT)}
    store = Xliff2File.parsestring(Project.with_entries(summary=entries).exported(Format.XLIFF))
    found = {unit.source: unit for unit in store.units if unit.getid() != unit_id((None, "Notes"))}
    assert store.getfilenames() == ["summary", "notes"]
    assert (store.sourcelanguage, store.targetlanguage) == ("en", "fa")
    assert found[WHO].target == "که شنیده شد"
    assert found[WHO].isapproved()
    assert not found[NOBODY].istranslated()
    both = [unit for unit in store.units if unit.source == HEARD and unit.target]
    assert [unit.target for unit in both] == ["پنج\u200cتن\u00a0\u2028x  y"]
    assert Xliff2File.UnitClass.statemap["reviewed"] == StateEnum.NEEDS_REVIEW


def test_characters_that_xml_cannot_hold_are_code_points_and_come_back() -> None:
    text = "a\x08b\x1f\ufffe  c\r\nd\u200c\u00a0\u2028\u0085"
    project = Project.with_entries(summary={WHO: Entry(text, State.REVIEWED)})
    data = project.exported(Format.XLIFF)
    assert b'<cp hex="0008"/>b<cp hex="001F"/><cp hex="FFFE"/>' in data
    content, _ = read_incoming(data, "x.xlf")
    assert isinstance(content, IncomingFile)
    assert [one.text for one in content.entries if one.text] == [text]


def test_a_dossier_with_sources_in_two_languages_goes_out_in_two_files() -> None:
    made = dossier(document("summary", "One.\n"), document("letter", "نامه.\n", "fa"))
    project = Project(made, {po_path("demo", "summary", "fr"): catalog("x", {(None, "One."): Entry("Un.")})}, "fr")
    files = list(written(project.bundle(), Format.XLIFF))
    assert [one.name for one in files] == ["demo.fr.xlf", "demo.fr.from-fa.xlf"]
    roots = [etree.fromstring(one.data) for one in files]
    assert [(root.get("srcLang"), root.get("trgLang")) for root in roots] == [("en", "fr"), ("fa", "fr")]
    assert [(file.get("id"), file.get("srcDir")) for root in roots for file in root] == [("summary", "ltr"), ("letter", "rtl")]


def test_a_tool_that_cuts_units_into_segments_gives_back_the_whole() -> None:
    project = Project.with_entries()
    root = etree.fromstring(project.exported(Format.XLIFF))
    unit = unit_of(root, HEARD)
    unit.remove(unit.find(f"{CORE}segment"))
    for name, source, target in (
        ("segment", "Five people", "پنج تن"),
        ("ignorable", " ", None),
        ("segment", "were heard.", "شنیده شدند."),
    ):
        part = etree.SubElement(unit, f"{CORE}{name}")
        etree.SubElement(part, f"{CORE}source").text = source
        if target:
            part.set("state", "final")
            etree.SubElement(part, f"{CORE}target").text = target
    project.imported(etree.tostring(root))
    assert project.entry("summary", HEARD)[:2] == ("پنج تن شنیده شدند.", State.REVIEWED)
    unit.findall(f"{CORE}segment")[1].set("state", "translated")
    other = Project.with_entries()
    other.imported(etree.tostring(root))
    assert other.entry("summary", HEARD)[:2] == ("پنج تن شنیده شدند.", State.UNFINISHED)


def test_codes_that_a_tool_made_of_markdown_become_markdown_again() -> None:
    """As Okapi's filter for Markdown writes ``*point*``: a paired code, its two halves in originalData."""
    project = Project.with_entries()
    root = etree.fromstring(project.exported(Format.XLIFF))
    unit = unit_of(root, "Another *point*")
    segment = unit.find(f"{CORE}segment")
    unit.remove(segment)
    codes = etree.SubElement(unit, f"{CORE}originalData")
    for name in ("d1", "d2"):
        etree.SubElement(codes, f"{CORE}data", id=name).text = "*"
    unit.append(segment)
    segment.set("state", "final")
    target = etree.SubElement(segment, f"{CORE}target")
    target.text = "یک "
    etree.SubElement(target, f"{CORE}pc", id="1", dataRefStart="d1", dataRefEnd="d2").text = "نکته"
    project.imported(etree.tostring(root))
    assert project.entry("notes", "Another *point*")[0] == "یک *نکته*"


def test_remarks_made_in_the_other_tool_come_back_and_removed_ones_do_not() -> None:
    project = Project.with_entries(summary={NOBODY: Entry("هیچ‌کس", State.UNFINISHED, ("asked  Z.", "kept  as it is"))})
    root = etree.fromstring(project.exported(Format.XLIFF))
    notes = unit_of(root, NOBODY).find(f"{CORE}notes")
    etree.SubElement(notes, f"{CORE}note").text = "Is this\nthe right word?"
    for note in notes:
        note.attrib.pop("category", None)
    (path,) = [path for path in project.files if "summary" in path]
    project.files[path] = project.files[path].replace(b"# asked  Z.\n", b"")
    project.imported(etree.tostring(root))
    assert project.entry("summary", NOBODY)[2] == ("kept  as it is", "Is this", "the right word?")


def test_a_stale_translation_that_was_reviewed_elsewhere_is_stale_no_more() -> None:
    said = "dossier: was reviewed before the original changed, text:sha256:ab12"
    project = Project.with_entries(summary={WHO: Entry("که شنیده شد", State.STALE, ("kept", said))})
    root = etree.fromstring(project.exported(Format.XLIFF))
    segment = unit_of(root, WHO).find(f"{CORE}segment")
    segment.set("state", "final")
    segment.find(f"{CORE}target").text = "چه کسانی شنیده شدند"
    project.imported(etree.tostring(root))
    assert project.entry("summary", WHO) == ("چه کسانی شنیده شدند", State.REVIEWED, ("kept",))
    assert project.catalogs()["summary"].entries[None, WHO].previous is None


def test_a_stale_translation_stays_stale_until_somebody_reviews_it() -> None:
    project = Project.with_entries(summary={WHO: Entry("که شنیده شد", State.STALE)})
    root = etree.fromstring(project.exported(Format.XLIFF))
    segment = unit_of(root, WHO).find(f"{CORE}segment")
    segment.attrib.pop("subState")
    segment.find(f"{CORE}target").text = "چه کسانی شنیده شدند"
    project.imported(etree.tostring(root))
    assert project.entry("summary", WHO)[:2] == ("چه کسانی شنیده شدند", State.STALE)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_xliff_1_is_called_by_its_name(version: str) -> None:
    data = f'<xliff version="{version}" xmlns="urn:oasis:names:tc:xliff:document:{version}"><file/></xliff>'
    with pytest.raises(DossierError) as raised:
        read_incoming(data.encode(), "x.xlf")
    assert f"this is XLIFF {version}, and XLIFF 2 is read" in str(raised.value)


def test_xliff_2_2_is_read() -> None:
    project = Project.with_entries()
    data = project.exported(Format.XLIFF).replace(b":document:2.0", b":document:2.2").replace(b'version="2.0"', b'version="2.2"')
    root = etree.fromstring(data)
    segment = next(root.iter("{*}segment"))
    segment.set("state", "final")
    etree.SubElement(segment, segment.tag.replace("segment", "target")).text = "چکیده"
    assert project.imported(etree.tostring(root))["taken"] == 1
