"""Laws: what went out and comes back changes nothing; whatever a tool does, nothing that was reviewed is lost or made worse."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.xliff2 import Xliff2File
from travellers import TEXTS, Entry, Project, document

from dossier.model.translation import State
from dossier.translation.cut import translatable
from dossier.translation.exchange.po_bundle import document_and_context
from dossier.translation.exchange.values import Format, unit_id

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
_NASTY = "\u200c\u00a0\u2028\u0085\u202e\t\n\r\\\"'<>&|%~#ab خ\u06cc\ufeff\ufffe\x01\x08\x1b\x0c"
LETTERS = st.one_of(st.sampled_from(_NASTY), st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x04"))
WORDS = st.text(LETTERS, max_size=25)
SAID = WORDS.filter(lambda text: bool(text.strip()))
COMMENT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).map(str.strip).filter(bool)
ENTRY = st.builds(
    Entry,
    SAID,
    st.sampled_from([State.REVIEWED, State.DRAFT, State.UNFINISHED, State.STALE]),
    st.lists(COMMENT, max_size=2).map(tuple),
    SAID,
)
MAYBE = st.one_of(st.just(Entry(state=State.MISSING)), ENTRY)
KEYS = {name: [unit.msgid for unit in translatable(document(name, text), "fa")] for name, text in TEXTS.items()}
ENTRIES = st.fixed_dictionaries({name: st.fixed_dictionaries(dict.fromkeys(keys, MAYBE)) for name, keys in KEYS.items()})
SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)

Edit = tuple[str, str | None]
"""What a tool does to a unit: its new state there (or none), and a new text (or the old one)."""


@SLOW
@given(ENTRIES, st.sampled_from([Format.XLIFF, Format.PO]))
def test_what_comes_back_as_it_went_changes_no_byte(entries: Mapping[str, Mapping[str, Entry]], form: Format) -> None:
    project = Project.with_entries(**entries)
    before = dict(project.files)
    ways = project.imported(project.exported(form), f"back.{form}")
    assert project.files == before
    assert set(ways) <= {"equal", "empty"}
    assert not project.findings


@SLOW
@given(ENTRIES, st.sampled_from(list(Format)))
def test_the_same_translations_give_the_same_bytes(entries: Mapping[str, Mapping[str, Entry]], form: Format) -> None:
    one, other = Project.with_entries(**entries), Project.with_entries(**entries)
    assert one.exported(form) == other.exported(form)


def _through_lxml(data: bytes, edits: Mapping[str, Edit], habits: set[str]) -> bytes:
    """A tool that reads and writes XLIFF as it likes."""
    root = etree.fromstring(data)
    for unit in list(root.iter(f"{CORE}unit")):
        segment = unit.find(f"{CORE}segment")
        if unit.get("id") in edits:
            _edit(segment, *edits[unit.get("id")])
        if "drop notes" in habits:
            for notes in unit.findall(f"{CORE}notes"):
                unit.remove(notes)
        if "drop categories" in habits:
            for note in unit.iter(f"{CORE}note"):
                note.attrib.pop("category", None)
        if "drop metadata" in habits:
            for metadata in unit.findall(f"{METADATA}metadata"):
                unit.remove(metadata)
        if "drop sub-states" in habits:
            segment.attrib.pop("subState", None)
        if "drop states" in habits:
            segment.attrib.pop("subState", None)
            segment.attrib.pop("state", None)
        if "name the language" in habits:
            for node in segment:
                node.set("{http://www.w3.org/XML/1998/namespace}lang", "fa" if node.tag.endswith("target") else "en")
        if "segment id" in habits:
            segment.set("id", "1")
    if "reorder" in habits:
        for file in root:
            units = file.findall(f"{CORE}unit")
            for unit in units:
                file.remove(unit)
            file.extend(reversed(units))
    if "reindent" in habits and root.find(f".//{CORE}cp") is None:
        etree.indent(root, "\t")
    text = etree.tostring(root, encoding="UTF-16" if "UTF-16" in habits else "UTF-8", xml_declaration=True)
    return bytes(text)


def _edit(segment: Any, state: str, text: str | None) -> None:
    target = segment.find(f"{CORE}target")
    if text is not None:
        if target is None:
            target = etree.SubElement(segment, f"{CORE}target")
        for child in list(target):
            target.remove(child)
        target.text = text
    if state:
        segment.set("state", state)
        segment.attrib.pop("subState", None)


HABITS = ["drop notes", "drop categories", "drop metadata", "drop sub-states", "drop states", "name the language"]
HABITS += ["segment id", "reorder", "reindent", "UTF-16"]
XML_WORDS = st.text("ab خ\u200c\u00a0\u06cc<&>", min_size=1, max_size=9).filter(lambda text: bool(text.strip()))
UNIT_IDS = [unit_id((None, msgid)) for msgid in dict.fromkeys(one for keys in KEYS.values() for one in keys)]
EDITS = st.dictionaries(
    st.sampled_from(UNIT_IDS),
    st.tuples(st.sampled_from(["", "initial", "translated", "reviewed", "final"]), st.none() | XML_WORDS),
)


@SLOW
@given(ENTRIES, ENTRIES, EDITS, st.sets(st.sampled_from(HABITS)))
def test_nothing_that_was_reviewed_is_lost_or_made_worse(
    then: Mapping[str, Mapping[str, Entry]],
    now: Mapping[str, Mapping[str, Entry]],
    edits: Mapping[str, Edit],
    habits: set[str],
) -> None:
    """Exported ``then``, edited in a tool with ``habits``, and imported when the locale files are as they are ``now``."""
    back = _through_lxml(Project.with_entries(**then).exported(Format.XLIFF), edits, habits)
    _check_import(then, now, edits, habits, back)


@SLOW
@given(ENTRIES, EDITS, st.sets(st.sampled_from(HABITS)))
def test_into_unchanged_files_everything_a_tool_changed_goes(
    entries: Mapping[str, Mapping[str, Entry]], edits: Mapping[str, Edit], habits: set[str]
) -> None:
    habits -= {"drop metadata", "drop states"}
    back = _through_lxml(Project.with_entries(**entries).exported(Format.XLIFF), edits, habits)
    project = Project.with_entries(**entries)
    project.imported(back)
    for name, keys in KEYS.items():
        for msgid in keys:
            state, text = edits.get(unit_id((None, msgid)), ("", None))
            before = entries[name][msgid]
            found, now, _ = project.entry(name, msgid)
            reviewed = state in ("reviewed", "final")
            if text is None or text.strip() == before.text.strip():
                assert found == before.text
                assert now is (State.REVIEWED if reviewed and before.text else before.state)
            elif before.state is not State.REVIEWED:
                assert found == text
                assert (now is State.REVIEWED) is reviewed
            elif reviewed or not state:  # a reviewed one has no sub-state that a tool could drop
                assert (found, now) == (text, State.REVIEWED)
            else:
                assert (found, now) == (before.text, State.REVIEWED)


def _check_import(
    then: Mapping[str, Mapping[str, Entry]],
    now: Mapping[str, Mapping[str, Entry]],
    edits: Mapping[str, Edit],
    habits: set[str],
    back: bytes,
) -> None:
    project = Project.with_entries(**now)
    project.imported(back)
    told = "".join(f"{found}" for found in project.findings)
    for name, keys in KEYS.items():
        for msgid in keys:
            before = now[name][msgid]
            found, state, comments = project.entry(name, msgid)
            edit, text = edits.get(unit_id((None, msgid)), ("", None))
            said_reviewed = edit in ("reviewed", "final") or (
                not edit and then[name][msgid].state is State.REVIEWED and "drop states" not in habits
            )
            if before.state is State.REVIEWED:
                assert state is State.REVIEWED  # never worse
                assert found == before.text or said_reviewed  # never replaced by what nobody reviewed
            elif before.text and found != before.text and before.state is not State.DRAFT:
                kept = any(" ".join(before.text.split()) in comment for comment in comments)
                assert kept or _went_out(then[name][msgid], before)
            if state is State.REVIEWED and before.state is not State.REVIEWED:
                assert said_reviewed  # never better than the file says
            theirs = text if text is not None else then[name][msgid].text
            if _is_new(theirs, text, then[name][msgid]) and theirs.strip() != found.strip():
                assert " ".join(theirs.split())[:50] in told  # neither taken nor told would be lost


def _went_out(then: Entry, now: Entry) -> bool:
    """Whether what is replaced is what went out: somebody edited it, which is what exports are for."""
    return then.text.strip() == now.text.strip()


def _is_new(theirs: str, text: str | None, then: Entry) -> bool:
    return bool(theirs.strip()) and text is not None and text.strip() != then.text.strip()


@SLOW
@given(ENTRIES, st.data())
def test_translate_toolkit_gives_back_what_it_was_told(entries: Mapping[str, Mapping[str, Entry]], data: st.DataObject) -> None:
    project = Project.with_entries(**entries)
    store = Xliff2File.parsestring(project.exported(Format.XLIFF))
    unit = data.draw(st.sampled_from([one for one in store.units if one.xmlelement.find(f".//{CORE}cp") is None]))
    unit.target = "ترجمه\u200cای دیگر"
    unit.markapproved()
    source = unit.source
    name = unit.getunitelement().getparent().get("id")
    project.imported(bytes(store))
    text, state, _ = project.entry(name, source)
    assert (text, state) == ("ترجمه\u200cای دیگر", State.REVIEWED)
    assert not project.findings


@pytest.mark.parametrize(
    "rewritten", [lambda data: bytes(pofile.parsestring(data)), lambda data: re.sub(rb"(?m)^#\..*\n", b"", data)]
)
@SLOW
@given(entries=ENTRIES)
def test_a_bundle_rewritten_by_other_tools_changes_nothing_for_the_worse(
    rewritten: Callable[[bytes], bytes], entries: Mapping[str, Mapping[str, Entry]]
) -> None:
    """By translate-toolkit, and by one that drops extracted comments (msgmerge does), and the base with them."""
    project = Project.with_entries(**entries)
    before = dict(project.files)
    ways = project.imported(rewritten(project.exported(Format.PO)), "back.po")
    assert project.files == before
    assert set(ways) <= {"equal", "empty"}


def test_the_context_of_a_bundle_can_be_taken_apart() -> None:
    assert document_and_context("sources/a-b") == ("sources/a-b", None)
    assert document_and_context("sources/a-b|") == ("sources/a-b", "")
    assert document_and_context("summary|a|b") == ("summary", "a|b")
