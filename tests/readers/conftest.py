"""Books for readers' programmes: a small dossier with everything that is hard in a book, in three languages, with its PDF."""

import shutil
from pathlib import Path

import pytest

from shared_builds import once
from workshop import Workshop

NAME = "hard"
LANGUAGES = ("en", "fr", "fa")

_CONFIG = """\
id = "hard"
title = "Everything hard"
subtitle = "A test"
language = "{language}"
languages = ["{language}"]
date = "2026-11-21"
version = "2.0"
replaces = "1.0"
editors = [{{ given = "Ada", family = "Example" }}]
rights = "All rights with their owners"
doi = "10.1000/182"
parts = ["one.md", "two.md"]
outputs = ["pdf", "epub"]

[series]
title = "Tests"
number = "7"

[[isbn]]
language = "{language}"
output = "epub"
number = "9783161484100"

[accessibility]
evaluator = "Ada Example"
date = "2026-11-22"
conforms-to = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
report = "https://example.org/report"

[pdf]
page-size = "A5"
"""
_WORDS = {
    "en": "Somebody wrote down in the morning what had been said at the gate, and when the others came they read it out. ",
    "fr": "Quelqu’un nota le matin ce qui avait été dit à la porte ; quand les autres arrivèrent, on le lut à haute voix. ",
    "fa": "کسی بامداد نوشت که دم در چه گفته شد، و وقتی دیگران آمدند آن را بلند خواندند؛ می‌گویند در سال ۱۳۶۷ بود. ",
}
_PART = """\
---
title: {title}
---

{words}[^a] {words}{words}

## {title} 1

{long}[^b]

- {words}
  - {words}
    - {words}
- {words}

> {words}

| {short} | A | B |
|---|---|---:|
{rows}

## {title} 2

{long}

{long}

[^a]: {words}

[^b]: {words}

    {words}
"""


def _part(language: str, title: str) -> str:
    words = _WORDS[language]
    rows = "\n".join(f"| {words} | {number} | {number * 7} |" for number in range(8))
    # Numbers make every sentence another one: pages that are told apart can be told to be wrong.
    long = "".join(f"{number}. {words}" for number in range(101, 115))
    return _PART.format(title=title, words=words, long=long, rows=rows, short=words.split(maxsplit=1)[0])


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``en.epub``, ``en.pdf`` and the same in French and Persian, which nobody may change."""
    return once(tmp_path_factory, "shelf", _fill)


def _fill(folder: Path) -> None:
    for language in LANGUAGES:
        workshop = Workshop(folder / language)
        workshop.write(f"content/{NAME}/dossier.toml", _CONFIG.format(language=language))
        for file, title in (("one", "Alpha"), ("two", "Beta")):
            workshop.write(f"content/{NAME}/{file}.md", _part(language, title))
        run = workshop.run("build")
        assert run.exit_code == 0, run.errors
        for suffix in ("epub", "pdf"):
            shutil.copy(workshop.root / f"build/{NAME}/{language}/{NAME}.{suffix}", folder / f"{language}.{suffix}")
