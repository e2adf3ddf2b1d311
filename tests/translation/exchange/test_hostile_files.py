"""Files from strangers: broken, enormous, or made to do harm. Nothing of them is read, and it is said where they are wrong."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from travellers import Entry, Project

from dossier.model.diagnostics import DossierError
from dossier.model.translation import State
from dossier.translation.exchange.reading import read_incoming
from dossier.translation.exchange.values import Format, IncomingFile
from dossier.translation.exchange.xml_input import LARGEST

X = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
UNIT = '<unit id="a"><segment><source>x</source><target>{}</target></segment></unit>'


def xliff(inner: str, *, before: str = "") -> str:
    return f'{before}<xliff version="2.0" {X} srcLang="en" trgLang="fa"><file id="f">{inner}</file></xliff>'


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        ("a.xlf", "", "a.xlf", "Document is empty"),
        ("a.xlf", "<xliff>\n <file", "a.xlf:2:7", "Couldn't find end of Start Tag file"),
        ("a.xlf", xliff(UNIT.format("x"))[:-4], "a.xlf:1", "expected '>'"),
        ("a.xlf", xliff("") + "<more/>", "a.xlf:1", "Extra content at the end"),
        ("a.tmx", "no XML", "a.tmx:1:1", "Start tag expected"),
        ("a.xlf", "<html/>", "a.xlf:1", "its root is <html>"),
        ("a.po", "<html/>", "a.po:1", "its root is <html>"),
        ("a.xlf", f"<xliff {X.replace('2.0', '3.0')}/>", "a.xlf:1", "but not its namespace"),
        ("a.xlf", "<xliff version='2.0'/>", "a.xlf:1", "but not its namespace"),
        ("a.xlf", xliff("\n" + UNIT.format("x") + "\n" + UNIT.format("y")), "a.xlf:3", "the id “a” is given for the second time"),
        ("a.xlf", xliff(UNIT.format('<cp hex="0000"/>')), "a.xlf:1", "U+0000"),
        ("a.xlf", xliff(UNIT.format('<cp hex="0004"/>')), "a.xlf:1", "U+0004"),
        ("a.xlf", xliff(UNIT.format('<cp hex="D800"/>')), "a.xlf:1", "“D800” is no code point"),
        ("a.xlf", xliff(UNIT.format('<cp hex="FFFFFFFFF"/>')), "a.xlf:1", "is no code point"),
        ("a.xlf", xliff(UNIT.format("<cp/>")), "a.xlf:1", "“” is no code point"),
        ("a.xlf", xliff(UNIT.format("&nbsp;")), "a.xlf:1", "Entity 'nbsp' not defined"),
        ("a.xlf", xliff(UNIT.format("&e;"), before="<!DOCTYPE xliff [<!ENTITY e 'x'>]>"), "a.xlf:1", "declares entities"),
        ("a.xlf", xliff(UNIT.format("x"), before="<!DOCTYPE xliff [<!ENTITY e 'x'>]>"), "a.xlf:1", "declares entities"),
        (
            "a.xlf",
            xliff(UNIT.format("&e;"), before='<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
            "a.xlf:1",
            "declares entities",
        ),
        (
            "a.xlf",
            xliff(UNIT.format("&e;"), before='<!DOCTYPE xliff [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'),
            "a.xlf:1",
            "",
        ),
        ("a.tmx", f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]><tmx><body>&l9;</body></tmx>', "a.tmx:1", ""),
        ("a.tmx", f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{LAUGHS}]><tmx x="&l9;"><body/></tmx>', "a.tmx:1", ""),
        ("a.xlf", "<x>" * 100_000, "a.xlf:1", ""),
        ("a.tmx", "<tmx><header/></tmx>", "a.tmx:1", "is no TMX"),
    ],
)
def test_what_is_no_good_is_refused_with_its_place(name: str, text: str, place: str, message: str) -> None:
    start = time.process_time()
    with pytest.raises(DossierError) as raised:
        read_incoming(text.encode(), name)
    (found,) = raised.value.diagnostics
    assert found.code.id == "T049"
    assert str(found.place).startswith(place)
    assert message in found.message
    assert time.process_time() - start < 2


def test_nothing_of_another_file_gets_into_a_translation(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    text = xliff(UNIT.format("&e;"), before=f'<!DOCTYPE xliff [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>')
    with pytest.raises(DossierError) as raised:
        read_incoming(text.encode(), "a.xlf")
    assert "secret" not in raised.value.diagnostics[0].message


def test_a_hundred_megabytes_are_not_looked_at() -> None:
    with pytest.raises(DossierError) as raised:
        read_incoming(b"<" + bytes(LARGEST), "a.xlf")
    assert "at most 50,000,000 are read" in raised.value.diagnostics[0].message


@pytest.mark.parametrize("text", ['msgid "a"\n', 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'])
def test_a_broken_po_file_is_told_of_as_our_own_are(text: str) -> None:
    with pytest.raises(DossierError) as raised:
        read_incoming(text.encode(), "a.po")
    assert raised.value.diagnostics[0].code.id in ("T001", "T002")


ENTRIES = {"Who was heard": Entry("که شنیده شد", State.REVIEWED), "Five people were heard.": Entry("پنج تن", State.DRAFT)}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(st.sampled_from(list(Format)), st.data())
def test_whatever_a_byte_becomes_the_file_is_read_or_refused(form: Format, data: st.DataObject) -> None:
    project = Project.with_entries(summary=ENTRIES)
    text = bytearray(project.exported(form))
    for _ in range(data.draw(st.integers(1, 4))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    content, codes = None, set()
    try:
        content, _ = read_incoming(bytes(text), f"back.{form}")
    except DossierError as error:
        codes = {found.code.id for found in error.diagnostics}
    assert codes <= {"T001", "T002", "T008", "T049"}
    if isinstance(content, IncomingFile):
        project.imported(bytes(text), f"back.{form}")
        assert project.entry("summary", "Who was heard")[1] is State.REVIEWED
