"""Which entries a machine may draft, and what an entry looks like afterwards."""

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from samples import HEADER

from dossier.translation.draft_entries import Filled, Made, Outcome, Wish, fill
from dossier.translation.drafting.values import Draft
from dossier.translation.po import PoFile, read_po, write_po
from dossier.translation.whose import Words, words_of
from judges import require

ORIGIN = "argos en-fr 1.9 model:sha256:abc"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def po(*entries: str) -> PoFile:
    return read_po("\n".join([HEADER, *(f"{entry}\n" for entry in entries)]).encode(), "fr.po")


OWN = f"# machine: other en-fr 1 draft:sha256:{digest('mot')}\n"
ENTRIES = {
    "missing": ('msgid "a"\nmsgstr ""', Words.NOBODYS),
    "white space": ('msgid "a"\nmsgstr " "', Words.NOBODYS),
    "missing though fuzzy": ('#, fuzzy\nmsgid "a"\nmsgstr ""', Words.NOBODYS),
    "draft": (f'{OWN}#, fuzzy\nmsgid "a"\nmsgstr "mot"', Words.MACHINES),
    "draft that was changed": (f'{OWN}#, fuzzy\nmsgid "a"\nmsgstr "mots"', Words.PERSONS),
    "draft with a digest in capitals": (
        f'{OWN.upper().replace("# MACHINE", "# machine")}#, fuzzy\nmsgid "a"\nmsgstr "mot"',
        Words.PERSONS,
    ),
    "own text under a copied comment": (f'{OWN}#, fuzzy\nmsgid "a"\nmsgstr "le mot juste"', Words.PERSONS),
    "draft without a digest": ('# machine: other en-fr 1\n#, fuzzy\nmsgid "a"\nmsgstr "mot"', Words.PERSONS),
    "approved": (f'{OWN}msgid "a"\nmsgstr "mot"', Words.PERSONS),
    "translated": ('msgid "a"\nmsgstr "mot"', Words.PERSONS),
    "unfinished": ('#, fuzzy\nmsgid "a"\nmsgstr "mot"', Words.PERSONS),
    "stale": ('#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "mot"', Words.PERSONS),
    "stale draft": (f'{OWN}#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "mot"', Words.STALE),
    "stale draft that was changed": (f'{OWN}#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "mots"', Words.PERSONS),
    "stale, approved before": (
        f"# dossier: was reviewed before the original changed, text:sha256:{digest('mot')}\n"
        f'{OWN}#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "mot"',
        Words.PERSONS,
    ),
    "plural": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] "mots"', Words.PERSONS),
}


@pytest.mark.parametrize(("entry", "words"), ENTRIES.values(), ids=ENTRIES)
def test_whose_words_they_are(entry: str, words: Words) -> None:
    (found,) = po(entry).active
    assert words_of(found) is words


WISHES = {
    Wish(): {Words.NOBODYS},
    Wish(stale=True): {Words.NOBODYS, Words.STALE},
    Wish(redo=True): {Words.NOBODYS, Words.MACHINES},
    Wish(stale=True, redo=True): {Words.NOBODYS, Words.STALE, Words.MACHINES},
}


@pytest.mark.parametrize("wish", WISHES, ids=str)
@pytest.mark.parametrize(("text", "words"), ENTRIES.values(), ids=ENTRIES)
def test_only_what_was_wished_for_is_drafted_and_the_rest_keeps_its_bytes(wish: Wish, text: str, words: Words) -> None:
    file = po(text)
    before = write_po(file)
    filled = fill(file, {(None, "a"): Made(Draft("neuf"), ORIGIN)}, wish)
    if words in WISHES[wish]:
        assert filled == (Filled((None, "a"), Outcome.DRAFTED, ()),)
        assert write_po(file).decode().endswith(drafted('msgid "a"\nmsgstr "neuf"\n', "neuf"))
    else:
        assert filled == ()
        assert write_po(file) == before


def drafted(entry: str, text: str, *notes: str) -> str:
    lines = [f"# machine: {ORIGIN} draft:sha256:{digest(text)}", *(f"# machine note: {note}" for note in notes), "#, fuzzy"]
    return "\n".join([*lines, entry])


def test_a_draft_of_the_same_machine_is_not_made_again() -> None:
    entry = drafted('msgid "a"\nmsgstr "mot"', "mot")
    assert fill(po(entry), {(None, "a"): Made(Draft("neuf"), ORIGIN)}, Wish(redo=True)) == ()
    # A comment is one line, whatever an engine of somebody else's says of itself.
    assert fill(po(entry), {(None, "a"): Made(Draft("neuf"), ORIGIN.replace(" ", "\n"))}, Wish(redo=True)) == ()


def test_our_comments_are_replaced_and_a_translators_own_stay_where_they_are() -> None:
    file = po(f'# Ask M.\n{OWN}# machine note: old\n# And N.\n#. a paragraph\n#, fuzzy, no-wrap\nmsgid "a"\nmsgstr "mot"')
    fill(file, {(None, "a"): Made(Draft("neuf", ("one", "two\nlines")), ORIGIN)}, Wish(redo=True))
    assert write_po(file).decode().split("\n\n")[1].splitlines() == [
        "# Ask M.",
        f"# machine: {ORIGIN} draft:sha256:{digest('neuf')}",
        "# machine note: one",
        "# machine note: two lines",
        "# And N.",
        "#. a paragraph",
        "#, fuzzy, no-wrap",
        'msgid "a"',
        'msgstr "neuf"',
    ]


def test_a_remark_on_the_machines_own_line_is_the_translators() -> None:
    file = po(f'# Ask M.\n{OWN.rstrip()}  who is meant?\n# machine note: old\n#, fuzzy\nmsgid "a"\nmsgstr "mot"')
    fill(file, {(None, "a"): Made(Draft("neuf"), ORIGIN)}, Wish(redo=True))
    assert write_po(file).decode().split("\n\n")[1].splitlines()[:3] == [
        "# Ask M.",
        f"# machine: {ORIGIN} draft:sha256:{digest('neuf')}",
        "# who is meant?",
    ]


def test_a_draft_that_is_no_good_leaves_a_missing_entry_empty_and_says_why() -> None:
    file = po('# Mine.\n#, fuzzy\nmsgid "a"\nmsgstr ""')
    made = {(None, "a"): Made(Draft(" \n", ("words are repeated",)), ORIGIN)}
    assert [one.outcome for one in fill(file, made, Wish())] == [Outcome.EMPTY]
    text = write_po(file)
    assert text.decode().endswith('\n\n# Mine.\n# machine note: words are repeated\nmsgid "a"\nmsgstr ""\n')
    again = read_po(text, "fr.po")
    fill(again, made, Wish())
    assert write_po(again) == text


@pytest.mark.parametrize("name", ["draft", "stale draft"])
def test_an_older_draft_stays_where_the_new_one_is_no_good(name: str) -> None:
    file = po(ENTRIES[name][0])
    before = write_po(file)
    filled = fill(file, {(None, "a"): Made(Draft("", ("no",)), ORIGIN)}, Wish(stale=True, redo=True))
    assert [one.outcome for one in filled] == [Outcome.LEFT]
    assert write_po(file) == before


def test_a_draft_is_told_again_as_what_it_is() -> None:
    text = 'Ein "Zitat" mit \\ und\nZeile, ' + "lang " * 40
    file = po('msgid "a"\nmsgstr ""')
    fill(file, {(None, "a"): Made(Draft(f"{text}\n"), ORIGIN)}, Wish())
    (entry,) = read_po(write_po(file), "fr.po").active
    assert (entry.text, words_of(entry)) == (text, Words.MACHINES)
    assert entry.origin is not None
    assert (entry.origin.description, entry.origin.draft_digest) == (ORIGIN, digest(text))


def test_gettext_accepts_what_was_filled(tmp_path: Path) -> None:
    file = po('# Mine.\n#: a.md:1\nmsgid "a\\n"\n"b"\nmsgstr ""', 'msgctxt "c"\nmsgid "d"\nmsgstr ""')
    made = {(None, "a\nb"): Made(Draft("mot\n\n", ("a note",)), ORIGIN), ("c", "d"): Made(Draft("", ("none",)), ORIGIN)}
    assert len(fill(file, made, Wish())) == 2
    target = tmp_path / "fr.po"
    target.write_bytes(write_po(file))
    command = [require("msgfmt"), "--check", "--check-format", "-o", "/dev/null", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if "header field" not in line]) == (0, [])


def test_crlf_stays_crlf() -> None:
    data = (HEADER + '\n# Mine.\nmsgid "a"\nmsgstr ""\n').replace("\n", "\r\n").encode()
    file = read_po(data, "fr.po")
    fill(file, {(None, "a"): Made(Draft("mot", ("note",)), ORIGIN)}, Wish())
    written = write_po(file)
    assert written.count(b"\n") == written.count(b"\r\n") == data.count(b"\n") + 3
