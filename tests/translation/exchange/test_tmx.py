"""TMX as it goes out, and memories of other tools."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile
from travellers import Entry, Project

from dossier.model.diagnostics import DossierError
from dossier.model.translation import State
from dossier.translation.exchange.formats import written
from dossier.translation.exchange.remembering import grown
from dossier.translation.exchange.tmx import MemoryUnit, Remembered, read_tmx, write_tmx
from dossier.translation.exchange.values import Format

FOREIGN = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="another" creationtoolversion="6" datatype="xml" segtype="sentence" adminlang="EN-US" srclang="en-US"
          o-tmf="x"/>
  <body>
    <tu creationid="somebody" tuid="1">
      <note>A note</note>
      <tuv xml:lang="EN-US" creationdate="20200101T000000Z">
        <seg>Five <bpt i="1" x="1">&lt;b&gt;</bpt>people<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
      <tuv lang="fr-FR"><seg>Cinq <hi>personnes</hi>.</seg></tuv>
      <tuv xml:lang="de"><seg>Fünf Personen.</seg></tuv>
    </tu>
    <tu><tuv xml:lang="en-US"><seg>A <ph x="1">**</ph>bold<ph x="2">**</ph> word</seg></tuv>
        <tuv xml:lang="fr"><seg>Un mot <ph x="1">**</ph>gras<ph x="2">**</ph></seg></tuv></tu>
    <tu><tuv xml:lang="en-US"><seg>Only English</seg></tuv></tu>
    <tu><tuv xml:lang="en-US"><seg>Empty</seg></tuv><tuv xml:lang="fr"><seg> </seg></tuv></tu>
    <tu srclang="fr"><tuv xml:lang="fr"><seg>Bonjour</seg></tuv><tuv xml:lang="en"><seg>Hello</seg></tuv></tu>
  </body>
</tmx>
"""


def test_a_memory_of_another_tool_is_read_as_it_is_meant() -> None:
    assert read_tmx(FOREIGN.encode(), "x.tmx", "en", "fr") == (
        MemoryUnit("Five people.", "Cinq personnes.", "", False),
        MemoryUnit("A **bold** word", "Un mot **gras**", "", False),
        MemoryUnit("Hello", "Bonjour", "", False),
    )
    assert [unit.target for unit in read_tmx(FOREIGN.encode(), "x.tmx", "en", "de")] == ["Fünf Personen."]
    assert read_tmx(FOREIGN.encode(), "x.tmx", "en", "fa") == ()
    utf_16 = FOREIGN.replace("UTF-8", "UTF-16").encode("utf-16")
    assert read_tmx(utf_16, "x.tmx", "en", "fr") == read_tmx(FOREIGN.encode(), "x.tmx", "en", "fr")


def test_what_was_reviewed_goes_out_and_nothing_of_who_and_when() -> None:
    entries = {"Who was heard": Entry("که شنیده شد"), "Nobody wrote it down.": Entry("هیچ‌کس", State.DRAFT)}
    project = Project.with_entries(summary=entries)
    (reviewed,) = written(project.bundle(frozenset({State.REVIEWED})), Format.TMX)
    assert read_tmx(reviewed.data, "x.tmx", "en", "fa") == (MemoryUnit("Who was heard", "که شنیده شد", "demo/summary", True),)
    everything = project.exported(Format.TMX)
    assert {unit.source: unit.reviewed for unit in read_tmx(everything, "x.tmx", "en", "fa")} == {
        "Who was heard": True,
        "Nobody wrote it down.": False,
    }
    for word in (b"creationid", b"changeid", b"date"):
        assert word not in everything


def test_translate_toolkit_and_lxml_read_what_is_written(tmp_path: Path) -> None:
    entries = {"Who was heard": Entry("که\u200cشنیده\u00a0شد  <&>\u2028")}
    data = Project.with_entries(summary=entries).exported(Format.TMX)
    store = tmxfile.parsestring(data, "en", "fa")
    assert [(unit.source, unit.target) for unit in store.units] == [("Who was heard", "که\u200cشنیده\u00a0شد  <&>\u2028")]
    root = etree.fromstring(data)
    required = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
    assert set(root.find("header").attrib) == set(required)
    assert [child.tag for child in root.find("body/tu")] == ["prop", "prop", "tuv", "tuv"]
    (tmp_path / "x.tmx").write_bytes(data)


def test_what_xml_cannot_hold_is_left_out_aloud() -> None:
    project = Project.with_entries(summary={"Who was heard": Entry("a\x08b"), "Summary": Entry("چکیده")})
    (made,) = written(project.bundle(), Format.TMX)
    assert [found.code.id for found in made.diagnostics] == ["T050"]
    assert [unit.target for unit in read_tmx(made.data, "x.tmx", "en", "fa")] == ["چکیده"]


UNITS = st.lists(
    st.builds(
        Remembered,
        st.sampled_from(["", "demo/a", "demo/b"]),
        st.sampled_from(["en", "de"]),
        st.text("ab <&\u200c\n", min_size=1).filter(str.strip),
        st.text("xy \u00a0>", min_size=1).filter(str.strip),
        st.just("fr"),
        st.sampled_from(["", "reviewed", "draft"]),
    ),
    max_size=6,
)


@given(UNITS, UNITS)
def test_a_memory_grows_loses_nothing_and_does_not_depend_on_the_order(first: list[Remembered], second: list[Remembered]) -> None:
    one, other = (etree.fromstring(write_tmx(units, "en")) for units in (first, second))
    sources = ("en", "de")
    before = grown(None, one, sources, "fr", "en").data
    both = grown(before, other, sources, "fr", "en").data or before
    turned = grown(grown(None, other, sources, "fr", "en").data, one, sources, "fr", "en")
    assert both == (turned.data or grown(None, other, sources, "fr", "en").data)
    assert grown(both, other, sources, "fr", "en").data is None  # nothing new the second time
    if both is not None:
        known = {(unit.source, unit.target) for source in sources for unit in read_tmx(both, "m.tmx", source, "fr")}
        assert known == {(unit.source, unit.target) for unit in (*first, *second)}
        reviewed = {(unit.source, unit.target) for unit in (*first, *second) if unit.state == "reviewed"}
        found = {
            (unit.source, unit.target) for source in sources for unit in read_tmx(both, "m.tmx", source, "fr") if unit.reviewed
        }
        assert found == reviewed


def test_what_is_in_a_memory_in_a_language_that_the_project_has_no_more_stays() -> None:
    german = write_tmx([Remembered("", "de", "Fünf", "Cinq", "fr", "reviewed")], "de")
    added = etree.fromstring(write_tmx([Remembered("", "en", "Five", "Cinq", "fr", "")], "en"))
    data = grown(german, added, ("en",), "fr", "en").data
    assert data is not None
    assert [unit.source for unit in read_tmx(data, "m.tmx", "de", "fr")] == ["Fünf"]


def test_ten_thousand_units_are_read_within_a_second() -> None:
    units = [
        Remembered(f"demo/d{number % 50}", "en", f"Sentence {number} " * 8, f"Phrase {number} " * 8, "fr", "reviewed")
        for number in range(10_000)
    ]
    data = write_tmx(units, "en")
    took = []
    for _ in range(3):
        start = time.process_time()
        assert len(read_tmx(data, "m.tmx", "en", "fr")) == 10_000
        took.append(time.process_time() - start)
    assert min(took) < 1, took


@pytest.mark.parametrize("text", ["<tmx/>", "<x/>", "<tmx version='1.4'><header/>"])
def test_what_is_no_memory_is_refused(text: str) -> None:
    with pytest.raises(DossierError) as raised:
        read_tmx(text.encode(), "m.tmx", "en", "fr")
    assert raised.value.diagnostics[0].code.id == "T049"


def test_gettext_side_of_translate_toolkit_makes_a_memory_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Five people."\nmsgstr "Cinq personnes."\n',
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "translate.convert.po2tmx", "-l", "fr", "--progress=none", "fr.po", "fr.tmx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = read_tmx((tmp_path / "fr.tmx").read_bytes(), "fr.tmx", "en", "fr")
    assert found == (MemoryUnit("Five people.", "Cinq personnes.", "", False),)
