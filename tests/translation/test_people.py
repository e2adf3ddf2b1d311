"""Names of people in locale files: what each tool writes is found and taken out, and nothing else is."""

import re
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.people import PERHAPS, PERSON, ZONE, scrubbed, traces
from dossier.translation.people.header import in_universal_time
from dossier.translation.people.words import credited, holder, is_dated_name, mailboxes
from dossier.translation.po import read_po
from judges import require
from workshop import REPOSITORY

ENTRIES = r"""
# a remark of the translator, who is in doubt
#. paragraph, write to content@example.com
#: content/demo/introduction.md:12
#, fuzzy
#| msgid "Write to Jane Example <old@example.com>"
msgid "Write to Jane Example <content@example.com>"
msgstr "Écrivez à Jane Example <content@example.com>"

# machine: argos en-fr 1.9 model:sha256:0123 draft:sha256:4567
# dossier: ignore T014
msgid "Last-Translator: Jane Example\n"
msgstr "Last-Translator: Jane Example\n"

#~ msgid "Gone, said Jane Example <content@example.com>"
#~ msgstr "Parti, dit Jane Example <content@example.com>"
"""

# ruff: noqa: E501 - what tools write is as long as they write it
# What each programme writes, with people who do not exist. The second item lists what must not be left; the third what must be.
HEADERS = {
    "Poedit": (
        r"""msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Report-Msgid-Bugs-To: \n"
"POT-Creation-Date: 2024-03-01 10:15+0330\n"
"PO-Revision-Date: 2024-03-02 01:05+0330\n"
"Last-Translator: Jane Example <jane@example.org>\n"
"Language-Team: Jane's friends <friends@example.org>\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"X-Generator: Poedit 3.2.2\n"
"X-Poedit-Basepath: /home/jane/secret/demo\n"
"X-Poedit-SearchPath-0: .\n"
"X-Poedit-SearchPath-1: C:\\Users\\jane\\work\n"
"X-Poedit-SearchPathExcluded-0: ../vendor\n"
""",
        "Jane jane@ friends +0330 secret C:",
        "X-Generator: Poedit 3.2.2|PO-Revision-Date: 2024-03-01 21:35+0000|SearchPath-0: .|SearchPathExcluded-0: ../vendor|Plural-Forms",
    ),
    "Weblate": (
        r"""# French translations of demo.
# Copyright (C) 2023 The Demo Contributors
# This file is distributed under the same license as the demo package.
# Jane Example <jane@example.org>, 2023.
# "Jean-Marc Exemple" <jm.exemple@example.net>, 2023, 2024.
# Anonymous <noreply@weblate.org>, 2024.
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Report-Msgid-Bugs-To: bugs@example.org\n"
"POT-Creation-Date: 2023-11-05 11:22+0100\n"
"PO-Revision-Date: 2024-01-09 18:06+0000\n"
"Last-Translator: \"Jean-Marc Exemple\" <jm.exemple@example.net>\n"
"Language-Team: French <https://hosted.weblate.org/projects/demo/demo/fr/>\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Generator: Weblate 5.4-dev\n"
""",
        "Jane Jean Exemple example.net noreply bugs@ +0100",
        "# Copyright (C) 2023 The Demo Contributors|same license as the demo|2024-01-09 18:06+0000|hosted.weblate.org|2023-11-05 10:22+0000",
    ),
    "Lokalize": (
        r"""# translation of demo.po to French
# Jane Example <jane@example.org>, 2008, 2009, 2010.
# Traduction de demo.po en français
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Report-Msgid-Bugs-To: https://bugs.example.org\n"
"POT-Creation-Date: 2010-06-01 03:21+0200\n"
"PO-Revision-Date: 2010-06-05 23:59-0430\n"
"Last-Translator: Jane Example <jane@example.org>\n"
"Language-Team: French <kde-francophone@example.org>\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"X-Generator: Lokalize 1.0\n"
"X-Environment: kde\n"
"X-Accelerator-Marker: &\n"
""",
        "Jane jane@ francophone@ +0200 -0430",
        "# translation of demo.po to French|# Traduction de demo.po|https://bugs.example.org|2010-06-06 04:29+0000|X-Environment",
    ),
    "OmegaT": (
        r"""# Translators:
# Jane Example
# ترجمه توسط لیلا نمونه
msgid ""
msgstr ""
"Project-Id-Version: \n"
"PO-Revision-Date: 2022-07-01 12:00+0430\n"
"Last-Translator: Leila\n"
"Language-Team: \n"
"Language: fr\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-File: file:///home/jane/omegat/source/demo.md\n"
""",
        "Jane Leila jane لیلا نمونه +0430",
        'Project-Id-Version: \\n|"Language-Team: \\n"|X-Source-File: (path removed)',
    ),
    "Transifex": (
        r"""# SOME DESCRIPTIVE TITLE.
# Copyright (C) YEAR THE PACKAGE'S COPYRIGHT HOLDER
# This file is distributed under the same license as the PACKAGE package.
#
# Translators:
# Jane Example, 2014
# Jean-Marc Exemple <jm@example.net>, 2013-2014
# jotaro <jotaro.e@example.net>, 2015
# Leila bint Nemune <leila@example.org>, 2015
# FIRST AUTHOR <EMAIL@ADDRESS>, YEAR
#
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Report-Msgid-Bugs-To: \n"
"POT-Creation-Date: 2014-08-24 02:31+1000\n"
"PO-Revision-Date: 2015-01-01 00:00+0000\n"
"Last-Translator: Jane Example, 2014\n"
"Language-Team: French (http://www.example.org/projects/p/demo/language/fr/)\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
""",
        "Jane Jean Exemple jotaro Leila Nemune @ +1000",
        "# SOME DESCRIPTIVE TITLE.|COPYRIGHT HOLDER|# Translators:|2014-08-23 16:31+0000|www.example.org",
    ),
    "Launchpad": (
        r"""# French translation for demo
# Copyright (c) 2011 Rosetta Contributors and Canonical Ltd 2011
# This file is distributed under the same license as the demo package.
# Jane Example <EMAIL@ADDRESS>, 2011.
#
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Report-Msgid-Bugs-To: Jane Example <EMAIL@ADDRESS>\n"
"POT-Creation-Date: 2011-01-11 10:13-0500\n"
"PO-Revision-Date: 2011-02-06 18:14+0000\n"
"Last-Translator: Jane Example <jane@example.org>\n"
"Language-Team: French <fr@li.org>\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Launchpad-Export-Date: 2011-04-16 04:43+0000\n"
"X-Generator: Launchpad (build 12735)\n"
""",
        "Jane jane@ EMAIL fr@li.org -0500",
        "Rosetta Contributors and Canonical Ltd 2011|X-Launchpad-Export-Date: 2011-04-16 04:43+0000|2011-01-11 15:13+0000",
    ),
    "GNU gettext": (
        r"""# French messages for GNU demo.
# Copyright (C) 2003, 2005 Free Software Foundation, Inc.
# Copyright © 2006-2008 Jane Example
# This file is distributed under the same license as the demo package.
# Translated by Jean-Marc Exemple <jm@example.net>, 2003.
# Reviewed by Otto van der Muster in the spring of 2005.
# Thanks to jane@example.org, who knows the law; see also Jane Example.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: GNU demo 2.10\n"
"Report-Msgid-Bugs-To: Jane Example <bug-demo@example.org>, Jean-Marc Exemple "
"<jm@example.net>\n"
"POT-Creation-Date: 2008-01-01 00:30+0100\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language-Team: LANGUAGE <LL@li.org>\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
""",
        "Jane Jean Exemple Otto Muster @ FULL",
        "# French messages for GNU demo.|2003, 2005 Free Software Foundation, Inc.|# Copyright © 2006-2008 (name removed)|"
        "# Reviewed by (name removed) in the spring of 2005.|"
        "# Thanks to (address removed), who knows the law; see also (name removed).|2007-12-31 23:30+0000|YEAR-MO-DA HO:MI",
    ),
    "one string for all": (
        r"""msgid ""
msgstr "Last-Translator: Jane Example <jane@example.org>\nLanguage: fr\nContent-Type: text/plain; charset=UTF-8\nX-Translator: Jane Example\n"
""",
        "Jane jane@",
        r'msgstr "Language: fr\nContent-Type: text/plain; charset=UTF-8\n"',
    ),
    "one field for a string": (
        r"""msgid ""
""
msgstr ""
"Language: "
"fr\n"
"Last-Trans"
"lator: Jane "
"Example\nContent-Type: text/plain;"
" charset=UTF-8\n"
"PO-Revision-Date: 2020-01-01 00:00+"
"0200\n"
""",
        "Last-Trans Jane Example +0200",
        '"Language: "\n"fr\\n"\n"Content-Type: text/plain;"\n" charset=UTF-8\\n"\n"PO-Revision-Date: 2019-12-31 22:00+0000"\n"\\n"',
    ),
    "no fields": ('# Jane Example <jane@example.org>\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nJane Example <jane@example.org>"\n', "Jane", "Content-Type"),
    "obsolete header": ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#~ msgid ""\n#~ msgstr ""\n#~ "Last-Translator: Jane Example\\n"\n#~ "Language: fr\\n"\n', "Jane", '#~ "Language: fr'),
}  # fmt: skip


def removed(header: str) -> tuple[str, str]:
    before = (header + ENTRIES).encode()
    after = scrubbed(before, traces(before))
    assert after.endswith(ENTRIES.encode()), "the entries keep every byte"
    return after.decode().removesuffix(ENTRIES), after.decode()


@pytest.mark.parametrize("tool", HEADERS)
def test_nothing_personal_is_left_and_nothing_else_is_lost(tool: str) -> None:
    header, gone, kept = HEADERS[tool]
    left, _ = removed(header)
    assert [word for word in gone.split() if word in left] == []
    assert [text for text in kept.split("|") if text not in left] == []
    if "one" not in tool:  # there the lines are told by themselves
        changed = [line for line in left.splitlines() if line not in header.splitlines()]
        assert [line for line in changed if not re.search(r"removed\)|\+0000|HO:MI|charset", line)] == []


@pytest.mark.parametrize("tool", HEADERS)
def test_to_scrub_twice_is_to_scrub_once(tool: str) -> None:
    _, after = removed(HEADERS[tool][0])
    assert [trace for trace in traces(after.encode()) if trace.code != PERHAPS] == []


@pytest.mark.parametrize("tool", [tool for tool in HEADERS if tool != "obsolete header"])
def test_msgfmt_accepts_the_result(tool: str, tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text(removed(HEADERS[tool][0])[1], encoding="utf-8")
    command = [require("msgfmt"), "--check-format", "--check-domain", "--output-file=/dev/null", str(tmp_path / "x.po")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("tool", HEADERS)
def test_places_are_those_of_the_words(tool: str) -> None:
    text = HEADERS[tool][0] + ENTRIES
    lines = text.split("\n")
    for trace in traces(text.encode()):
        first = re.split(r"[\s:]", trace.found)[0]
        assert lines[trace.line - 1][trace.column - 1 :].startswith(first[:8]), trace


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_are_kept(newline: str, mark: bytes) -> None:
    text = (HEADERS["Poedit"][0] + ENTRIES).replace("\n", newline)
    before = mark + text.encode()
    after = scrubbed(before, traces(before))
    plain = removed(HEADERS["Poedit"][0])[1]
    assert after == mark + plain.replace("\n", newline).encode()


COMMENTS = {
    "# Jane Example <jane@example.org>": None,
    "# Jane Example <jane@example.org>, 2020-2024.": None,
    "#Jane Example <jane@example.org>": None,
    "# reviewed: jane@example.org": None,
    "#  jane (at) example (dot) org": None,
    "# jane at example dot org": None,
    "# mailto:jane@example.org": None,
    "# لیلا نمونه <leila@example.org>": None,
    "# jane@example.org (Jane Example)": None,
    "# ask jane@example.org about it": "# ask (address removed) about it",
    "# ask jane[at]example.org about it": "# ask (address removed) about it",
    "# from Jane Example <jane@example.org>: is it right?": "# from (name and address removed): is it right?",
    '# "Jane Example" <jane@example.org> doubts it': "# (name and address removed) doubts it",
    "# see @jane@social.example.org there": "# see (address removed) there",
    "# see /home/jane/notes.txt there": "# see (path removed) there",
    r"# see C:\Users\Jane\notes.txt": "# see (path removed)",
}
REMARKS = [
    "# nobody, 2020",
    "# First Draft, 2020",
    "# as in [@source-001, para. 4] and @source-002",
    "# Jane Example asked for this",  # a name alone is a word like others, unless the header has it
    "# 10 @ 5 each; look at it at once",
    "# see icon@2x.png",
    "#, fuzzy",
    "#: /home/jane/demo.md:3",
    "#. write to jane@example.org",
    '#| msgid "jane@example.org"',
    "# (address removed), 2020",
    "# machine: argos en-fr 1.9 draft:sha256:0123",
]


@pytest.mark.parametrize("line", COMMENTS)
def test_comments_of_entries_lose_names_with_addresses(line: str) -> None:
    before = f'msgid ""\nmsgstr "Language: fr\\n"\n\n# before\n{line}\n# after\nmsgid "a"\nmsgstr "b"\n'
    expected = COMMENTS[line]
    after = before.replace(f"{line}\n", f"{expected}\n" if expected else "")
    found = traces(before.encode())
    assert [trace.code for trace in found] == [PERSON]
    assert scrubbed(before.encode(), found).decode() == after
    assert traces(after.encode()) == ()


@pytest.mark.parametrize("line", REMARKS)
def test_remarks_that_name_nobody_stay(line: str) -> None:
    before = f'msgid ""\nmsgstr "Language: fr\\n"\n\n# before\n{line}\n# after\nmsgid "a"\nmsgstr "b"\n'
    assert traces(before.encode()) == ()


def test_a_name_from_the_header_is_found_in_comments() -> None:
    text = 'msgid ""\nmsgstr "Last-Translator: Jane Example\\n"\n\n# Jane Example, 2020\n# Jane Example doubts it\nmsgid "Jane Example"\nmsgstr "b"\n'
    after = scrubbed(text.encode(), traces(text.encode())).decode()
    assert after == 'msgid ""\nmsgstr ""\n\n# (name removed) doubts it\nmsgid "Jane Example"\nmsgstr "b"\n'


@pytest.mark.parametrize("line", ["# Jane Example, 2020", "# Leila bint Nemune, 2019-2021.", "# لیلا نمونه، ۱۳۹۹"])
def test_what_only_a_person_can_tell_is_told_and_left(line: str) -> None:
    text = f'{line}\nmsgid ""\nmsgstr "Language: fr\\n"\n'
    found = traces(text.encode())
    assert [(trace.code, trace.line, trace.column) for trace in found] == [(PERHAPS, 1, 3)]
    assert scrubbed(text.encode(), found).decode() == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-02 01:05+0330", "2024-03-01 21:35+0000"),
        ("2024-03-02 01:05-1130", "2024-03-02 12:35+0000"),
        ("2024-03-02 01:05:59+03:30", "2024-03-01 21:35:59+0000"),
        ("2024-03-02T01:05+03", "2024-03-01T22:05+0000"),
        ("2024-03-02 01:05 +0200", "2024-03-01 23:05+0000"),
        ("2024-03-02 01:05 CEST", "2024-03-02 01:05"),
        ("2024-13-02 01:05+0100", "2024-13-02 01:05"),
        ("0001-01-01 00:00+0100", "0001-01-01 00:00"),
        ("2024-03-02 01:05+9900", "2024-03-02 01:05"),
        ("2024-03-02 01:05+0000", None),
        ("2024-03-02 01:05-0000", None),
        ("2024-03-02 01:05Z", None),
        ("2024-03-02 01:05", None),
        ("2024-03-02", None),
        ("", None),
    ],
)
def test_times_are_told_in_utc(value: str, expected: str | None) -> None:
    found = in_universal_time(value)
    if expected is None:
        assert found is None
        return
    assert found is not None
    start, end, instead = found
    assert value[:start] + instead + value[end:] == expected
    assert in_universal_time(expected) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Copyright (C) 2020 Jane", "Jane"),
        ("Copyright 2019-2020 by Jane Example.", "Jane Example"),
        ("© 2020 لیلا نمونه", "لیلا نمونه"),
        ("(c) 2020 Jane Example <jane@example.org>", "Jane Example"),
        ("Copyright (C) YEAR THE PACKAGE'S COPYRIGHT HOLDER", None),
        ("Copyright (C) 2020 Free Software Foundation, Inc.", None),
        ("Copyright (C) 2020 Organisation de défense des droits, Association loi 1901", None),
        ("Copyright (C) 2020 (name removed)", None),
        ("The copyright notice stays in English", None),
        ("clause (c) of the law", None),
    ],
)
def test_notices_of_copyright_name_people_or_bodies(text: str, name: str | None) -> None:
    found = holder(text)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Translated by Jane Example", "Jane Example"),
        ("Last reviewed and corrected by Jane Example and Otto Muster, in haste", "Jane Example and Otto Muster"),
        ("Traduit par Jean-Marc Exemple (2020)", "Jean-Marc Exemple"),
        ("Translator: jane", None),
        ("Translator: Jane", "Jane"),
        ("مترجم: لیلا نمونه", "لیلا نمونه"),
        ("Translated by hand", None),
        ("Drafted by Argos Translate", None),
        ("Take the flag away when you have reviewed it, line by line", None),
        ("Unreviewed drafts: no native speaker has read these translations.", None),
    ],
)
def test_credits_name_people(text: str, name: str | None) -> None:
    found = credited(text)
    assert (found.name if found else None) == name


def test_the_repository_s_own_locale_files_name_nobody() -> None:
    paths = [*(REPOSITORY / "locales").rglob("*.po*"), *(REPOSITORY / "src/dossier/starter").rglob("*.po")]
    assert len(paths) > 40
    assert {path.name: traces(path.read_bytes()) for path in paths if traces(path.read_bytes())} == {}


def test_only_what_is_asked_for_is_looked_for() -> None:
    data = HEADERS["Poedit"][0].encode()
    assert {trace.code for trace in traces(data)} == {PERSON, ZONE}
    assert {trace.code for trace in traces(data, (ZONE,))} == {ZONE}


def test_what_is_not_utf_8_is_left_to_others() -> None:
    assert traces(b"# \xe9 <jane@example.org>\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "# " + "a" * 200_000,
        "# " + "a@" * 100_000,
        "# " + "a." * 100_000 + "@",
        "# " + "<" * 200_000,
        "# " + " ," * 100_000 + "x",
        "# copyright (c) 2020 " + ". " * 100_000 + "x",
        "# translated " + "by " * 70_000,
        "# translated by " + "A, " * 70_000,
        "# a at " + "b dot " * 40_000,
        "# (at)" * 40_000,
        "# Jane Example <jane@example.org>\n" * 10_000,
        'msgid ""\n' * 20_000,
        'msgid ""\n' + "#\n" * 100_000,
        'msgid ""\nmsgstr ""\n' + '"Last-Translator: Jane Example\\n"\n' * 3_000,
        'msgid ""\nmsgstr ""\n\n' * 5_000,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_files_take_no_time(text: str) -> None:
    begun = time.process_time()
    data = (text + '\nmsgid ""\nmsgstr ""\n').encode()
    scrubbed(data, traces(data))
    assert time.process_time() - begun < 10


# A law: whatever comments and fields there are, texts and states of the entries stay as they were.
WORDS = st.sampled_from(
    [
        *(
            "Jane",
            "Example",
            "<jane@example.org>",
            "jane@example.org",
            "Translators:",
            "2020",
            ",",
            "by",
            "Translated",
            "لیلا",
            "(c)",
        ),
        *("/home/jane/x", "remark", "Copyright", "«»", "machine:", "@", "#", '"', "\\", "\N{LINE SEPARATOR}", "\t"),
    ]
)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
FIELDS = st.sampled_from(["Last-Translator", "Language-Team", "X-Other", "PO-Revision-Date", "Language", ""])


@given(
    comments=st.lists(LINES, max_size=4),
    fields=st.lists(st.tuples(FIELDS, LINES), max_size=4),
    remarks=st.lists(LINES, max_size=4),
    data=st.data(),
)
def test_entries_are_never_touched(
    comments: list[str], fields: list[tuple[str, str]], remarks: list[str], data: st.DataObject
) -> None:
    escaped = [
        f"{name}: {value}".replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + "\\n" for name, value in fields
    ]
    cuts = [data.draw(st.integers(0, len(field))) for field in escaped]
    strings = [part for field, cut in zip(escaped, cuts, strict=True) for part in _split(field, cut)]
    header = "".join(f"# {line}\n" for line in comments) + 'msgid ""\nmsgstr ""\n' + "".join(f'"{one}"\n' for one in strings)
    entry = (
        "".join(f"# {line}\n" for line in remarks) + '#, fuzzy\n#| msgid "x"\nmsgid "Jane Example"\nmsgstr "<jane@example.org>"\n'
    )
    before = f"{header}\n{entry}".encode()
    found = [trace for trace in traces(before) if trace.code != PERHAPS]
    after = scrubbed(before, found)
    old, new = read_po(before, "x.po"), read_po(after, "x.po")
    assert [(one.key, one.text, one.state, one.previous) for one in old.active] == [
        (one.key, one.text, one.state, one.previous) for one in new.active
    ]
    assert "jane@example.org" not in after.decode().replace('msgstr "<jane@example.org>"', "")
    assert (after == before) == (not found)
    assert [trace for trace in traces(after) if trace.code != PERHAPS] == []


def _split(field: str, cut: int) -> list[str]:
    """Two strings of one, not in the middle of an escape."""
    backslashes = len(field[:cut]) - len(field[:cut].rstrip("\\"))
    cut -= backslashes % 2
    return [field[:cut], field[cut:]]


def test_mailboxes() -> None:
    text = "Otto Muster, ask Jane Example <jane@example.org> or info@example.net, or The Example Foundation <x@example.org>"
    assert [(text[one.start : one.end], one.name) for one in mailboxes(text)] == [
        ("Jane Example <jane@example.org>", "Jane Example"),
        ("info@example.net", ""),
        ("<x@example.org>", ""),
    ]


def test_dated_names() -> None:
    assert is_dated_name("Jane Example, 2020", fewest=2)
    assert not is_dated_name("The Example Project, 2020", fewest=2)
    assert not is_dated_name("Jane Example", fewest=2)
