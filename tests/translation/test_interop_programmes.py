"""What Poedit, Lokalize and OmegaT made of our catalogs (see interop/README.md): read, merged and written without loss."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from samples import document

from dossier.model.diagnostics import DossierError
from dossier.model.document import Document
from dossier.model.translation import State
from dossier.translation.cut import cut
from dossier.translation.memory import Memory
from dossier.translation.merge import merge
from dossier.translation.po import Entry, Key, PoFile, read_po, write_po
from judges import require

INTEROP = Path(__file__).parent / "interop"
CATALOGS = sorted(str(path.relative_to(INTEROP)) for path in INTEROP.glob("*/??/*.po"))
WRITTEN = sorted(str(path.parent.relative_to(INTEROP)) for path in INTEROP.glob("*/??/after.po"))

TITLE = (None, "What the documents say")
FIVE = (None, "Five documents speak of one letter.")
DRAFT = (None, "A machine drafted this sentence and nobody has read it.")
UNFINISHED = (None, "A person began this sentence and is not done.")
STALE = (None, "At least 5,000 people were killed in the summer of 1988.")
MISSING = (None, "This sentence has not been translated by anybody yet.")
MONTH = ("month", "May")
VERB = ("verb", "May")
SAME = (None, "Same words")
GRAVES = (None, "Nobody knows where all the graves are.")
OLD = (None, "An old paragraph that is gone too, half translated.")
PLURAL = (None, "%d document")


@dataclass(frozen=True)
class Fact:
    """What an entry tells readers and translators."""

    state: State
    text: str
    previous: str | None
    origin: str
    comments: tuple[str, ...]
    obsolete: bool
    forms: int


Facts = Mapping[Key, Fact]


def facts(data: bytes) -> dict[Key, Fact]:
    return {entry.key: fact(entry) for entry in read_po(data, "demo.po").entries if not entry.is_header}


def fact(entry: Entry) -> Fact:
    origin = f"{entry.origin.description} {entry.origin.draft_digest}" if entry.origin else ""
    forms = len(entry.unit.msgstr) if entry.plural else 1
    return Fact(entry.state, entry.text, entry.previous, origin, entry.comments, entry.obsolete, forms)


def catalog(name: str) -> bytes:
    return (INTEROP / name).read_bytes()


def source(changed: str = "", into: str = "") -> Document:
    text = (INTEROP / "summary.md").read_text(encoding="utf-8")
    assert changed in text
    return replace(document(text.replace(changed, into) if changed else text, name="summary"), body_line=0)


def merged(data: bytes, document: Document) -> bytes:
    file: PoFile = read_po(data, "demo.po")
    return write_po(merge(cut(document), file, Memory(()), document.environment).file)


def msgfmt(data: bytes) -> str:
    """What ``msgfmt --check`` complains of; empty where it accepts the file."""
    command = [require("msgfmt"), "--check", "--output-file=/dev/null", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    return "" if done.returncode == 0 else done.stderr.decode()


def blocks(data: bytes) -> list[str]:
    return data.decode().replace("\r\n", "\n").strip().split("\n\n")


@pytest.fixture(params=WRITTEN)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def before(name: str) -> Facts:
    return facts(catalog(f"{name}/before.po"))


@pytest.fixture
def after(name: str) -> bytes:
    return catalog(f"{name}/after.po")


@pytest.mark.parametrize("path", CATALOGS)
def test_unchanged_files_keep_their_bytes(path: str) -> None:
    assert write_po(read_po(catalog(path), path)) == catalog(path)


def test_the_catalogs_have_every_state(before: Facts) -> None:
    assert {fact.state for fact in before.values()} == set(State) - {State.ORIGINAL}
    expected = {
        TITLE: State.REVIEWED,
        FIVE: State.REVIEWED,
        DRAFT: State.DRAFT,
        UNFINISHED: State.UNFINISHED,
        STALE: State.STALE,
        MISSING: State.MISSING,
        MONTH: State.REVIEWED,
        VERB: State.STALE,
        OLD: State.STALE,
    }
    assert {key: before[key].state for key in expected} == expected
    assert before[OLD].previous == "An older paragraph that is gone too"
    assert before[FIVE].comments == ("dossier: ignore T014 - the house style wants this",)


def changes(before: Facts, after: bytes) -> dict[Key, Fact]:
    """The entries of which something else is told after than before."""
    now = facts(after)
    assert list(now) == list(before)
    return {key: fact for key, fact in now.items() if fact != before[key]}


def test_poedit_changes_what_the_translator_changed() -> None:
    before = facts(catalog("poedit-3.2.2/fr/before.po"))
    assert changes(before, catalog("poedit-3.2.2/fr/after.po")) == {
        FIVE: replace(before[FIVE], text="Cinq documents parlent d’une seule lettre. Oui."),
        DRAFT: replace(before[DRAFT], state=State.REVIEWED),
    }


def test_poedit_in_persian() -> None:
    before = facts(catalog("poedit-3.2.2/fa/before.po"))
    experts = next(key for key in before if key[1].startswith("The experts"))
    assert changes(before, catalog("poedit-3.2.2/fa/after.po")) == {
        DRAFT: replace(before[DRAFT], state=State.REVIEWED),
        experts: replace(before[experts], text=before[experts].text + " OK"),
        SAME: replace(before[SAME], text=before[SAME].text + " OK"),
    }


def test_lokalize_changes_what_the_translator_changed() -> None:
    before = facts(catalog("lokalize-22.12.3/fr/before.po"))
    assert changes(before, catalog("lokalize-22.12.3/fr/after.po")) == {
        FIVE: replace(before[FIVE], text="Cinq documents parlent d’une seule lettre. Oui."),
        DRAFT: replace(before[DRAFT], state=State.REVIEWED),
    }


def test_lokalize_in_persian_leaves_the_previous_text_of_what_was_approved() -> None:
    before, after = facts(catalog("lokalize-22.12.3/fa/before.po")), catalog("lokalize-22.12.3/fa/after.po")
    assert changes(before, after) == {
        STALE: replace(before[STALE], state=State.REVIEWED, previous=None),
        GRAVES: replace(before[GRAVES], text=before[GRAVES].text + " OK"),
    }
    assert "\u2028" in before[GRAVES].text
    assert b'#| msgid "At least 3,000 people' in after, "Lokalize leaves it; it says nothing any more"


def test_lokalize_writes_the_translators_name_twice() -> None:
    header = blocks(catalog("lokalize-22.12.3/fr/after.po"))[0]
    assert header.count("A Translator <translator@example.org>") == 2
    assert "# A Translator <translator@example.org>, 2026.\n" in header


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_omegat_leaves_fuzzy_translations_out_and_takes_flags_off(language: str) -> None:
    before, after = (catalog(f"omegat-3.6.0/{language}/{name}.po") for name in ("before", "after"))
    known, now = facts(before), facts(after)
    assert changes(known, after) == {
        FIVE: replace(known[FIVE], text=now[FIVE].text),
        DRAFT: replace(known[DRAFT], state=State.REVIEWED),
        UNFINISHED: replace(known[UNFINISHED], state=State.MISSING, text=""),
        STALE: replace(known[STALE], state=State.MISSING, text="", previous=None),
        VERB: replace(known[VERB], state=State.REVIEWED, text=known[MONTH].text, previous=None),
        OLD: replace(known[OLD], state=State.REVIEWED, previous=None),
        PLURAL: replace(known[PLURAL], state=State.REVIEWED),
    }
    assert b"#~| msgid" in after


def test_what_omegat_writes_of_a_line_separator_is_refused_by_gettext_and_by_us() -> None:
    broken = catalog("omegat-3.6.0/u2028.po")
    assert "syntax error" in msgfmt(broken)
    with pytest.raises(DossierError, match=r"fr\.po:80:1: error T001: the entry has two msgstr"):
        read_po(broken, "fr.po")


def test_merging_loses_nothing(after: bytes) -> None:
    result = merged(after, source())
    assert facts(result) == facts(after)
    lines, known = result.decode().split("\n"), after.decode().split("\n")
    assert [line for line in (*set(lines) - set(known), *set(known) - set(lines)) if not line.startswith("#.")] == []


def test_merging_twice_is_merging_once(after: bytes) -> None:
    once = merged(after, source())
    assert merged(once, source()) == once


def test_msgfmt_accepts_what_is_merged(after: bytes) -> None:
    assert msgfmt(merged(after, source())) == ""


@pytest.mark.parametrize(
    ("changed", "into"),
    [
        ("Five documents speak", "Six documents speak"),
        ("https://example.org/a/rather/long", "https://example.org/another/rather/long"),
        ("Same words\n\nThe experts", "The same words\n\nThe experts"),
    ],
)
def test_a_line_that_changes_changes_one_entry(after: bytes, changed: str, into: str) -> None:
    settled = merged(after, source())
    known, now = blocks(settled), blocks(merged(settled, source(changed, into)))
    if changed.startswith("Same words"):  # the heading still says it: an entry comes, the other has one reference less
        assert len([block for block in now if block not in known]) == 2
        assert len([block for block in known if block not in now]) == 1
    else:
        assert len([block for block in now if block not in known]) == 1
        assert len([block for block in known if block not in now]) == 1


def test_an_entry_approved_in_lokalize_is_stale_for_the_text_it_was_approved_for() -> None:
    after = catalog("lokalize-22.12.3/fa/after.po")
    now = facts(merged(after, source("At least 5,000 people", "At least 6,000 people")))
    again = now[None, "At least 6,000 people were killed in the summer of 1988."]
    assert (again.state, again.previous) == (State.STALE, STALE[1])
    back = facts(merged(after, source("At least 5,000 people", "At least 3,000 people")))
    assert back[None, "At least 3,000 people were killed in the summer of 1988."].state is State.STALE
