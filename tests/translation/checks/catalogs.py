"""Catalogs that people made for programmes of Debian, read from where ``scripts/setup test`` unpacked them.

They are not ours to copy. Only running text is read: entries of at least four words, since that is what a dossier is made of
and labels of buttons would make any share of false alarms look small.
"""

import gettext
import os
import platform
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pairs import Pair

from judges import not_judged

_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#&|~^]|://")
_ACCELERATOR = re.compile(r"\(_\w\)|_(?=\w)")
_KEYWORDS = re.compile(r"[^\W\d_];[^\W\d_]")
_CONTEXT = "\x04"


def folder() -> Path:
    """Where the catalogs lie; without them a test says aloud that it did not judge."""
    place = Path(os.environ.get("DOSSIER_CATALOGS", Path(sys.prefix) / "share" / "catalogs"))
    if not any(place.rglob("*.mo")):
        not_judged(
            "JUDGE MISSING: no human-made catalogs here (`make test` fetches them where apt can); false alarms were not counted",
            required_by="REQUIRE_JUDGES",
        )
    return place


def need_those_measured() -> None:
    """Let a test say aloud that it did not judge where the catalogs are others than those of Debian 12, which were counted."""
    name = "bookworm"
    try:
        found = platform.freedesktop_os_release().get("VERSION_CODENAME")
    except OSError:
        found = None
    if found != name:
        not_judged(f"JUDGE MISSING: shares were measured on the catalogs of Debian 12 ({name})", required_by="REQUIRE_JUDGES")


@cache
def running_text(language: str) -> tuple[Pair, ...]:
    """Every entry of running text that is translated into ``language``, once."""
    found: dict[Pair, None] = {}
    for path in sorted(folder().rglob(f"locale/{language}/LC_MESSAGES/*.mo")):
        for original, translation in _entries(path):
            for pair in _pairs(original, translation, language):
                found[pair] = None
    return tuple(found)


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """What the file has but its header, plural forms and contexts."""
    with path.open("rb") as file:
        messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # there is no public way to list them
    for original, translation in messages.items():
        if isinstance(original, str) and original and translation:
            yield original.rpartition(_CONTEXT)[2], translation


def _pairs(original: str, translation: str, language: str) -> Iterator[Pair]:
    """An entry as units of a dossier: without accelerators, a paragraph each.

    One without any sign of Markdown is a paragraph; another was never meant as Markdown and is read as what front matter has:
    a string as it stands. Lists of keywords are no text: there translators add words of their own.
    """
    original, translation = _without_accelerator(original, translation)
    paragraphs, translated = _paragraphs(original), _paragraphs(translation)
    if len(paragraphs) != len(translated):
        paragraphs, translated = [" ".join(paragraphs)], [" ".join(translated)]
    for one, other in zip(paragraphs, translated, strict=True):
        if len(_WORD.findall(one)) >= 4 and other and not _KEYWORDS.search(one):
            yield Pair(one, other, language, markdown=not _MARKDOWN.search(one + other))


def _without_accelerator(original: str, translation: str) -> tuple[str, str]:
    if len(re.findall(r"(?<!\w)_(?=\w)", original)) != 1 or original.count("_") != 1:
        return original, translation
    return original.replace("_", ""), _ACCELERATOR.sub("", translation)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
