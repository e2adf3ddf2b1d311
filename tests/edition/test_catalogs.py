"""The templates' own strings: layers of PO files, the POT file, and that French and Persian are complete."""

import ast
import re
import subprocess
import sys

import pytest
from small_dossier import ROOT, messages

from dossier.edition.catalogs import read_messages
from dossier.model.diagnostics import DossierError
from judges import require

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
POT = ROOT / "locales/templates/templates.pot"


def po(*entries: str) -> bytes:
    return (HEADER + "\n\n".join(entries) + "\n").encode()


def test_a_later_layer_overrides_message_by_message() -> None:
    ours = po('msgid "Cover"\nmsgstr "Couverture"', 'msgid "Text"\nmsgstr "Texte"')
    theirs = po('msgid "Cover"\nmsgstr "Page de titre"', 'msgid "Text"\nmsgstr ""')
    found = read_messages([("ours.po", ours), ("theirs.po", theirs)])
    assert [found.gettext(word) for word in ("Cover", "Text", "Notes")] == ["Page de titre", "Texte", "Notes"]


def test_fuzzy_entries_are_used_and_a_byte_order_mark_does_no_harm() -> None:
    data = b"\xef\xbb\xbf" + po('#, fuzzy\nmsgid "Cover"\nmsgstr "Couverture"')
    assert read_messages([("x.po", data)]).gettext("Cover") == "Couverture"


def test_dates_that_babel_cannot_read_do_no_harm() -> None:
    data = po('msgid "Cover"\nmsgstr "Couverture"').replace(b'"Content', b'"PO-Revision-Date: \\n"\n"Content', 1)
    assert read_messages([("x.po", data)]).gettext("Cover") == "Couverture"


def test_plural_and_context() -> None:
    data = po('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "un"\nmsgstr[1] "des"', 'msgctxt "c"\nmsgid "a"\nmsgstr "ctx"')
    found = read_messages([("x.po", data)])
    assert [found.ngettext("a", "b", number) for number in (0, 1, 2)] == ["un", "un", "des"]
    assert found.pgettext("c", "a") == "ctx"
    assert [read_messages([]).ngettext("a", "b", number) for number in (0, 1, 2)] == ["b", "a", "b"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (po('msgid "about {date}"\nmsgstr "vers {jour}"'), "T001", 6),
        (po('msgid "a\nmsgstr "b"'), "T001", 6),
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n', "T008", 7),
    ],
)
def test_a_broken_file_is_told_with_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(DossierError) as caught:
        read_messages([("locales/fr/LC_MESSAGES/templates.po", data)])
    (found,) = caught.value.diagnostics
    assert found.code.id == code
    assert found.place is not None
    assert found.place.file == "locales/fr/LC_MESSAGES/templates.po"
    assert abs(found.place.line - line) <= 1


def test_the_pot_file_is_what_the_templates_say() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts/messages.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_message_stands_inside_of_an_f_string() -> None:
    """Babel finds it there with Python 3.12 and newer alone, and the POT file would not be the same everywhere."""
    calls = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
    found = [
        f"{path.name}:{call.lineno}"
        for room in ("edition", "language")
        for path in (ROOT / "src/dossier" / room).rglob("*.py")
        for string in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in calls
    ]
    assert found == []


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_french_and_persian_are_complete(language: str) -> None:
    known = {key for key in messages(language).entries if key[1]}
    assert known == {key for key in read_messages([("x.pot", _filled(POT.read_bytes()))]).entries if key[1]}


def _filled(pot: bytes) -> bytes:
    """The POT file with every message as its own translation."""
    from io import BytesIO

    from babel.messages.pofile import read_po, write_po

    catalog = read_po(BytesIO(pot))
    for message in catalog:
        if message.id:
            message.string = message.id
    out = BytesIO()
    write_po(out, catalog)
    return out.getvalue()


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_every_unreviewed_string_is_fuzzy_and_says_why(language: str) -> None:
    text = (ROOT / f"locales/{language}/LC_MESSAGES/templates.po").read_text(encoding="utf-8")
    for entry in text.split("\n\n")[1:]:
        assert re.search("^#, .*fuzzy", entry, re.MULTILINE) or "Unreviewed draft" not in entry
        if "Unreviewed draft" in entry:
            assert "no native speaker has read this" in entry


@pytest.mark.parametrize("name", ["locales/fr/LC_MESSAGES/templates.po", "locales/fa/LC_MESSAGES/templates.po"])
def test_gettext_accepts_our_files(name: str) -> None:
    command = [require("msgfmt"), "--check", "--output-file=/dev/null", ROOT / name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
