"""Reading and writing PO files: nothing lost, nothing guessed."""

import pytest
from samples import HEADER, po, texts

from dossier.model.diagnostics import DossierError
from dossier.model.translation import Origin, State
from dossier.translation.po import read_po, write_po

ODD = (
    HEADER
    + """
# a translator's note
#, fuzzy
#: content/a.md:1
#| msgid "old"
msgid "x"
msgstr "y"


#. two blank lines above, and a reference after the flags: another tool's habits
#, fuzzy, no-wrap
#: a:1
# a comment out of order
msgid "long text that is on one line although it is much longer than the seventy-nine columns of gettext's own tools"
msgstr ""

msgctxt "place"
msgid "Ray"
msgstr "ری\u2028دوم"

#~| msgid "older"
#~ msgid "gone"
#~ msgstr "weg"
"""
)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_unchanged_file_keeps_its_bytes(newline: str) -> None:
    data = ODD.replace("\n", newline).encode()
    assert write_po(read_po(data, "fa.po")) == data


def test_a_change_touches_one_entry_only() -> None:
    file = read_po(ODD.encode(), "fa.po")
    next(entry for entry in file.active if entry.msgid == "Ray").text = "شعاع"
    before, after = ODD.splitlines(), write_po(file).decode().splitlines()
    assert [line for line in after if line not in before] == ['msgstr "شعاع"']


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ('msgid "a"\nmsgstr "b"', State.REVIEWED),
        ('# machine: argos en-fr 1.9 model:sha256:ab draft:sha256:cd\nmsgid "a"\nmsgstr "b"', State.REVIEWED),
        ('# machine: argos en-fr 1.9 model:sha256:ab draft:sha256:cd\n#, fuzzy\nmsgid "a"\nmsgstr "b"', State.DRAFT),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"', State.UNFINISHED),
        ('#, fuzzy\n#| msgid "o"\nmsgid "a"\nmsgstr "b"', State.STALE),
        ('# machine: argos\n#, fuzzy\n#| msgid "o"\nmsgid "a"\nmsgstr "b"', State.STALE),
        ('#, fuzzy\n#| msgctxt "o"\nmsgid "a"\nmsgstr "b"', State.STALE),
        ('msgid "a"\nmsgstr ""', State.MISSING),
        ('#, fuzzy\nmsgid "a"\nmsgstr "  "', State.MISSING),
    ],
)
def test_states(entry: str, state: State) -> None:
    assert [known.state for known in po(entry).active] == [state]


def test_origin_of_a_draft() -> None:
    file = po('# machine: argos en-fr 1.9 model:sha256:ab draft:sha256:cd\n#, fuzzy\nmsgid "a"\nmsgstr "b"')
    assert [entry.origin for entry in file.active] == [Origin("argos en-fr 1.9 model:sha256:ab", "cd")]


def test_a_msgid_that_looks_like_a_kde_comment_is_text() -> None:
    assert texts(po('msgid "_: hello"\nmsgstr "b"')) == {"_: hello": "b"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('msgid "a"\nmsgstr "b\n', "fa.po:7:8: error T001: the string is not closed"),
        ('msgid "a" stray\nmsgstr "b"\n', "fa.po:6:10: error T001: something stands behind the end of the string"),
        ('msgid "a"\nmsgstr "b "c" d"\n', "fa.po:7:12: error T001: something stands behind the end of the string"),
        ('garbage\nmsgid "a"\nmsgstr "b"\n', "fa.po:6:1: error T001: this is no line of a PO file"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "cut off"\n', "fa.po:9:1: error T001: the entry has a msgid but no msgstr"),
        ('msgid "a"\n"b"\n\nmsgid "c"\nmsgstr "d"\n', "fa.po:6:1: error T001: the entry has a msgid but no msgstr"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', "fa.po:6:1: error T001: the entry has a msgid but no msgstr"),
        ('msgctxt "a"\nmsgstr "c"\n', "fa.po:6:1: error T001: the entry has a msgctxt but no msgid"),
        ('msgid "a"\nmsgstr "b"\n\n# c\nmsgid "a"\nmsgstr "c"\n', "fa.po:10:1: error T002: the same text has an entry"),
    ],
)
def test_a_broken_file_is_refused_whole(body: str, expected: str) -> None:
    with pytest.raises(DossierError) as raised:
        read_po(f"{HEADER}\n{body}".encode(), "fa.po")
    assert str(raised.value).startswith(expected)


def test_duplicates_name_both_places() -> None:
    body = 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'
    with pytest.raises(DossierError) as raised:
        read_po(f"{HEADER}\n{body}".encode(), "fa.po")
    assert dict(raised.value.diagnostics[0].details) == {"msgid": "a", "first": "fa.po:6:1"}


def test_other_encodings_are_refused() -> None:
    with pytest.raises(DossierError, match=r"fa\.po:7:9: error T008: byte 0xE9 is not UTF-8"):
        read_po(f'{HEADER}\nmsgid "a"\nmsgstr "'.encode() + b'\xe9"\n', "fa.po")
    latin = HEADER.replace("UTF-8", "ISO-8859-1") + '\nmsgid "a"\nmsgstr "b"\n'
    with pytest.raises(DossierError, match="error T008: the header names the encoding"):
        read_po(latin.encode(), "fa.po")


def test_a_byte_order_mark_is_left_out_and_told() -> None:
    file = read_po(b"\xef\xbb\xbf" + HEADER.encode(), "fa.po")
    assert [found.code.id for found in file.diagnostics] == ["C002"]
    assert not write_po(file).startswith(b"\xef\xbb\xbf")
