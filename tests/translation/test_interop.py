"""GNU gettext and translate-toolkit work on our files, and we on theirs; every state survives."""

import subprocess
from pathlib import Path

import pytest
from samples import document
from translate.storage.factory import getobject

from dossier.model.translation import State, Translation
from dossier.translation.cut import cut
from dossier.translation.memory import Memory
from dossier.translation.merge import merge
from dossier.translation.po import read_po, write_po
from judges import require

SOURCE = """\
# Reviewed

A machine drafted this one.

A person began this one.

This one says five.

This one has not been translated.

A very long passage with a [link](https://example.org/a/rather/long/address?with=a&query=too) and **bold** words, «guillemets»,
“quotation marks” — dashes, \\*escapes\\*, `code`, and a note, long enough to be wrapped by every tool there is.
"""

CATALOG = """\
# Translators' notes stay.
msgid ""
msgstr ""
"Project-Id-Version: demo\\n"
"Language: fa\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Unknown: kept\\n"

# checked by R.
msgid "Reviewed"
msgstr "بازبینی‌شده"

# machine: argos en-fa 1.9 model:sha256:ab12 draft:sha256:cd34
#, fuzzy
msgid "A machine drafted this one."
msgstr "این را ماشین پیش‌نویس کرده است."

#, fuzzy
msgid "A person began this one."
msgstr "این را کسی آغاز کرده"

msgid "This one says four."
msgstr "این یکی می‌گوید چهار."

msgid "A very long passage with a [link](https://example.org/a/rather/long/address?with=a&query=too) and **bold** words, «guillemets», “quotation marks” — dashes, \\\\*escapes\\\\*, `code`, and a note, long enough to be wrapped by every tool there is."
msgstr "یک [پیوند](https://example.org/a/rather/long/address?with=a&query=too) و `code`"

msgid "Gone from the text"
msgstr "دیگر نیست"
"""  # noqa: E501


@pytest.fixture
def ours() -> bytes:
    """The catalog after our own update."""
    source = document(SOURCE)
    return write_po(merge(cut(source), read_po(CATALOG.encode(), "fa.po"), Memory(()), source.environment).file)


def facts(data: bytes) -> dict[str, tuple[State, str, str, str | None, str]]:
    """Everything a reader or translator is told, by msgid."""

    def told(entry: Translation, comments: str) -> tuple[State, str, str, str | None, str]:
        origin = f"{entry.origin.description} {entry.origin.draft_digest}" if entry.origin else ""
        return entry.state, entry.text, origin, entry.previous, comments

    file = read_po(data, "fa.po")
    catalog = file.catalog("fa")
    return {
        entry.msgid: told(catalog.entries[entry.key], "".join(entry.unit.othercomments).replace("\n", " ").strip())
        for entry in file.active
    } | {f"obsolete {entry.msgid}": (entry.state, entry.text, "", entry.previous, "") for entry in file.obsolete}


def gettext(tmp_path: Path, data: bytes, *command: str) -> bytes:
    """``command`` run on a file with ``data``; ``{}`` stands for its path."""
    path = tmp_path / "fa.po"
    path.write_bytes(data)
    program = require(command[0])
    arguments = [argument.replace("{}", str(path)) for argument in command[1:]]
    return subprocess.run([program, *arguments], capture_output=True, check=True).stdout


def test_states_are_as_expected(ours: bytes) -> None:
    states = {msgid: fact[0] for msgid, fact in facts(ours).items()}
    assert [state for msgid, state in states.items() if not msgid.startswith("A very")] == [
        State.REVIEWED,
        State.DRAFT,
        State.UNFINISHED,
        State.STALE,
        State.MISSING,
        State.REVIEWED,
    ]


def test_msgfmt_accepts_what_we_write(tmp_path: Path, ours: bytes) -> None:
    gettext(tmp_path, ours, "msgfmt", "--check", "--output-file=/dev/null", "{}")


def test_msgcat(tmp_path: Path, ours: bytes) -> None:
    assert facts(gettext(tmp_path, ours, "msgcat", "{}")) == facts(ours)


def test_msgcat_without_wrapping(tmp_path: Path, ours: bytes) -> None:
    assert facts(gettext(tmp_path, ours, "msgcat", "--no-wrap", "--sort-output", "{}")) == facts(ours)


def test_msgmerge_with_the_same_template(tmp_path: Path, ours: bytes) -> None:
    template = tmp_path / "sample.pot"
    template.write_bytes(gettext(tmp_path, ours, "msgattrib", "--empty", "--no-obsolete", "{}"))
    merged = gettext(tmp_path, ours, "msgmerge", "--previous", "--quiet", "{}", str(template))
    assert facts(merged) == facts(ours)


def test_translate_toolkit(tmp_path: Path, ours: bytes) -> None:
    path = tmp_path / "fa.po"
    path.write_bytes(ours)
    store = getobject(str(path))
    store.save()
    assert facts(path.read_bytes()) == facts(ours)


def test_we_merge_what_the_tools_wrote(tmp_path: Path, ours: bytes) -> None:
    source = document(SOURCE)
    theirs = read_po(gettext(tmp_path, ours, "msgcat", "--no-wrap", "{}"), "fa.po")
    again = write_po(merge(cut(source), theirs, Memory(()), source.environment).file)
    assert facts(again) == facts(ours)


def test_unknown_headers_and_comments_stay(ours: bytes) -> None:
    assert b'"X-Unknown: kept\\n"' in ours
    assert ours.startswith(b"# Translators' notes stay.")
