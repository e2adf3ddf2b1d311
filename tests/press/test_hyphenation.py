"""Where words are parted at the end of a line, and where never: read from the lines as they were set."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from books import page

from dossier.edition.sheets import by_script
from dossier.language.registry import language as by_tag
from dossier.model.bundle import Asset
from setting import laid_out, laid_out_project, write
from typesetting import Item, read
from workshop import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "bench"))

from synthetic import ENGLISH, FRENCH, PERSIAN, Shape, Tongue, dossier

HYPHEN = "\u2010"
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SHEET = REPOSITORY / "templates/print/style.css"
LEAST = 3
"""Letters of a word on either side; an elided article goes with its word."""
SHORTEST = {"fr": 7, "en": 6, "de": 6, "es": 6}
PROSE = {
    "fr": "L’administration d’échange n’établit qu’une institutionnalisation aujourd’hui vraisemblablement inachevée ; "
    "l’enregistrement d’événements extraordinaires s’éternise, jusqu’à l’épuisement de l’imprimeur parisien. ",
    "en": "The administration establishes an extraordinary institution of unfinished documentation, probably registered. ",
    "de": "Die außerordentliche Menschenrechtsorganisation veröffentlicht Zusammenfassungen unabhängiger Untersuchungen. ",
    "es": "La administración extraordinaria establece probablemente una institucionalización de documentaciones inacabadas. ",
}


@dataclass(frozen=True, slots=True)
class Parting:
    """A word parted between two lines of one element."""

    before: str
    after: str
    element: str

    @property
    def word(self) -> str:
        return self.before + self.after


def partings(document: Any) -> list[Parting]:
    """Every word that was parted, in the order of the text, whatever page the rest of it stands on."""
    lines = [item for item in read(document).items if item.kind == "line"]
    of_each = groupby(sorted(lines, key=lambda line: id(line.owner)), key=lambda line: line.owner)
    return [found for owner, own in of_each for found in _partings(owner, list(own))]


def _partings(owner: Any, lines: list[Item]) -> Iterator[Parting]:
    for line, following in pairwise(lines):
        if line.text.rstrip().endswith(HYPHEN):
            before, after = WORD.findall(line.text)[-1], WORD.search(following.text)
            assert after, following.text
            yield Parting(before, after[0], owner.tag)


def letters(part: str) -> int:
    return len(LETTER.findall(part))


def columns(language: str, body: str, width: int) -> Any:
    """``body`` in the sheet of our pages, in a narrow column."""
    head = f"<style>:root {{ --text: 10pt }} @page {{ size: {width}mm 297mm; margin: 5mm }}</style>"
    bundle = page(body, language, head)
    style = by_script({"style.css": Asset(SHEET.read_bytes(), "text/css")}, [bundle.html])
    return laid_out(type(bundle)(bundle.html, bundle.metadata, {**bundle.assets, **style}))


@pytest.mark.parametrize("width", [34, 40, 48, 60])
@pytest.mark.parametrize("language", PROSE)
def test_three_letters_stand_on_either_side_and_short_words_stay_whole(language: str, width: int) -> None:
    found = partings(columns(language, f"<p>{PROSE[language] * 6}</p>", width))
    assert found
    assert [one for one in found if min(letters(one.before), letters(one.after)) < LEAST] == []
    assert [one for one in found if letters(one.word) < SHORTEST[language]] == []


@pytest.mark.parametrize("shape", [Shape("A5"), Shape("A5", theme="reader")], ids=["default", "reader"])
def test_french_pages_part_only_long_words_of_running_text(shape: Shape, tmp_path: Path) -> None:
    write(tmp_path, dossier(FRENCH, 24, shape))
    found = partings(laid_out_project(tmp_path))
    assert len(found) > 30
    assert [one for one in found if min(letters(one.before), letters(one.after)) < LEAST] == []
    assert [one for one in found if letters(one.word) < SHORTEST["fr"]] == []
    assert {one.element for one in found} <= {"p", "li", "dd", "span"}


KEPT = ("h1", "h2", "h3", "h4", "td", "th", "figcaption", "code", "caption")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("foreign", [False, True])
def test_titles_tables_and_code_are_never_parted(language: str, foreign: bool) -> None:
    own = f' lang="{"en" if language == "fr" else "fr"}"' if foreign else ""
    words = PROSE[language] * 3
    cells = "".join(f"<table><caption{own}>{words}</caption><tr><th{own}>{words}</th><td{own}>{words}</td></tr></table>")
    body = "".join(f"<{name}{own}>{words}</{name}>" for name in ("h1", "h2", "h3", "h4", "figcaption", "code"))
    found = partings(columns(language, f"{body}<p class='address'{own}>{words}</p>", 48))
    found += partings(columns(language, cells, 96))  # where tables have room: see test_wide.py
    assert found == []


@pytest.mark.parametrize("tongue", [PERSIAN], ids=["fa"])
def test_persian_words_are_never_parted(tongue: Tongue, tmp_path: Path) -> None:
    write(tmp_path, dossier(tongue, 24))
    assert partings(laid_out_project(tmp_path)) == []


def test_nor_are_arabic_ones_of_a_pseudo_language(tmp_path: Path) -> None:
    write(tmp_path, dossier(ENGLISH, 24))
    assert [one for one in partings(laid_out_project(tmp_path, "ar-XB")) if not one.word.isascii()] == []


@pytest.mark.parametrize("folder", ["web", "epub"])
def test_screens_are_told_the_same_limits(folder: str) -> None:
    css = (REPOSITORY / f"templates/{folder}/style.css").read_text(encoding="utf-8")
    assert re.search(r"hyphens: auto; hyphenate-limit-chars: 6 3 3", css)
    assert re.search(r":lang\(fr\) \{ hyphenate-limit-chars: 7 3 3 \}", css)


def test_every_language_with_its_own_module_is_parted_or_has_no_parting() -> None:
    """Pyphen, which WeasyPrint asks, has patterns for each Latin one."""
    import pyphen

    assert {tag for tag in SHORTEST if pyphen.language_fallback(tag) is None} == set()
    assert {tag for tag in ("fa", "ar") if pyphen.language_fallback(tag)} == set()
    assert all(by_tag(tag).direction == "ltr" for tag in SHORTEST)
