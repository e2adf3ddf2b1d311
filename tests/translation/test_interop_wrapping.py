"""Strings are wrapped as GNU msgcat 0.21 wraps them, so that translators' tools have no reason to wrap them again."""

import random
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.translation.po import read_po, write_po
from dossier.translation.po_strings import quoted, unquoted
from judges import not_judged, require

ROOT = Path(__file__).parents[2]
CATALOGS = sorted((ROOT / "locales").glob("**/*.po*"))
KNOWN_VERSION = "0.21"

WORDS = "the letter of experts to Iran « droits » l’homme نامهٔ کارشناسان می‌گویند «حقوق بشر» [000](sources/000.md) [@un]".split()
SIGNS = list(
    "()[]{}\"'“”‘’«»‹›\u00a0\u202f!?/.,:;$€+\\%°日本語。、ー…-–—\u0301\u200b\u2060\u200c۱۲123"
    "٬٫،؛؟٪א·*_#&=<>@~\u00ad한\u200e\u2068\u2069ـ´¿„‚\n\t"
)


def msgcat() -> str:
    """The programme; a later one may break lines otherwise."""
    program = require("msgcat")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    if not version.endswith(f" {KNOWN_VERSION}"):
        not_judged(
            f"JUDGE MISSING: msgcat {KNOWN_VERSION}, whose wrapping is asked for (this is {version})",
            required_by="REQUIRE_JUDGES",
        )
    return program


def wrapped_by_msgcat(texts: Sequence[str]) -> list[list[str]]:
    entries = (f'msgid "{number}"\nmsgstr {chr(10).join(quoted(text, "msgstr"))}\n' for number, text in enumerate(texts))
    data = "\n".join(['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', *entries]).encode()
    done = subprocess.run([msgcat(), "-"], input=data, capture_output=True, check=True).stdout
    return [entry.unit.msgstr for entry in read_po(done, "fr.po").active]


def differing(texts: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    ours = [quoted(text, "msgstr") for text in texts]
    return [(own, other) for own, other in zip(ours, wrapped_by_msgcat(texts), strict=True) if own != other]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_entry_of_this_repository_is_laid_out_as_msgcat_does_it(path: Path) -> None:
    file = read_po(path.read_bytes(), path.name)
    for entry in file.entries:
        if not entry.is_header:
            entry.raw, entry.strings = None, {}
    ours = write_po(file)
    done = subprocess.run([msgcat(), "-"], input=ours, capture_output=True, check=True).stdout
    assert done.decode().split("\n\n")[1:] == ours.decode().split("\n\n")[1:]


def test_texts_of_many_scripts_and_signs() -> None:
    chance = random.Random(1988)
    texts = [_text(chance) for _ in range(3000)]
    found = differing(texts)
    assert found == []


def _text(chance: random.Random) -> str:
    parts = [
        "".join(chance.choice("abcdefgاب‌پتیم") for _ in range(chance.randint(0, 7)))
        + (" " if chance.random() < 0.45 else "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 3))))
        for _ in range(chance.randint(5, 60))
    ]
    return "".join(parts).strip("\n") or "x"


def test_every_code_point_of_the_scripts_we_write() -> None:
    texts = [
        f"{'x' * start}{left}{sign}{right}{'x' * 90}"
        for sign in _signs()
        for start, left, right in ((73, "", ""), (75, "1", "("), (72, "a ", "-"), (74, ")", "日"))
    ]
    found = differing(texts)
    assert found == []


def _signs() -> Iterator[str]:
    blocks = (
        (0x21, 0x24F),
        (0x300, 0x52F),
        (0x590, 0x6FF),
        (0x2000, 0x2070),
        (0x20A0, 0x2300),
        (0x3000, 0x3100),
        (0xFB00, 0xFFEF),
    )
    for first, last in blocks:
        for code in range(first, last + 1):
            if unicodedata.category(chr(code)) not in ("Cn", "Cc", "Cs", "Co"):
                yield chr(code)


@pytest.mark.parametrize("keyword", ["msgid", "msgctxt", "#| msgid", "#~ msgstr", "#~| msgid"])
def test_lines_have_79_columns_whatever_stands_before_them(keyword: str) -> None:
    prefix = keyword.rpartition(" ")[0]
    for length in range(60, 90):
        lines = quoted("x" * (length - 2) + " x", keyword)
        assert len(f"{keyword} {lines[0]}") <= 79
        assert (len(lines) == 1) == (len(keyword) + 3 + length <= 79)
        assert len(quoted("x" * length, keyword)) == 1, "what can be cut nowhere stays on the line of the keyword"
        others = [f"{prefix} {line}".lstrip() for line in quoted(" ".join(["word"] * 60), keyword)[1:]]
        assert 75 <= max(map(len, others)) <= 79


def test_previous_and_obsolete_strings_are_wrapped_as_msgcat_does_it() -> None:
    text = " ".join(WORDS * 4)
    strings = {
        keyword: "\n".join(quoted(text, keyword)) for keyword in ("#| msgid", "#~| msgid", "msgid", "#~ msgid", "#~ msgstr")
    }
    folded = {
        keyword: lines.replace("\n", f"\n{keyword.rpartition(' ')[0]} ".replace("\n ", "\n"))
        for keyword, lines in strings.items()
    }
    obsolete = f'#~ msgctxt "y"\n#~ msgid {folded["#~ msgid"]}\n#~ msgstr {folded["#~ msgstr"]}\n'
    data = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'#, fuzzy\n#| msgid {folded["#| msgid"]}\nmsgid {folded["msgid"]}\nmsgstr "x"\n\n'
        f"#, fuzzy\n#~| msgid {folded['#~| msgid']}\n{obsolete}"
    ).encode()
    assert subprocess.run([msgcat(), "-"], input=data, capture_output=True, check=True).stdout == data


@given(st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from('\n\t\\"\u2028 '), max_size=300), st.integers(20, 100))
def test_nothing_is_lost_in_wrapping(text: str, page: int) -> None:
    lines = quoted(text, "msgid", page)
    assert unquoted(lines) == text
    assert all(re.fullmatch(r'"(?:[^"\\\n]|\\.)*"', line, re.DOTALL) for line in lines)
