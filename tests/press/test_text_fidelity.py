"""The text under the page is the text that was written: for every face, in four readers, word for word."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import fidelity_readers as readers
import fidelity_words as words
import pytest
from fidelity_corpus import FACES, Face, Line, Set, face, sets_of
from fidelity_measure import Score, only, reading_only, score, scores, set_in
from processes import run

from dossier.model.records import Profile

TAKES_EVERY_SPACE_FOR_ONE = frozenset({"pdftotext"})
"""Readers that give a plain space for U+00A0 and U+202F, whatever the file says."""
SEES_COLUMNS = frozenset({("pdftotext", "paragraphs")})
"""Where a reader may take the words of a line for another column's: poppler, if justified words stand 0.7 of the size apart."""
PERSIAN = re.compile("[\u0620-\u0669\u066b-\u06d3\u06d5-\u06ff\u200c\u200d]+")
LATIN = re.compile("[A-Za-zÀ-ɏ’]+")
PDFIUM: Mapping[str, tuple[re.Pattern[str], bool]] = {
    "plain": (PERSIAN, True),
    "mixed": (PERSIAN, False),
    "foreign": (LATIN, False),
}
"""Sets of which PDFium gives no more than the words of one script, and whether in their order, whatever the file says.

It mirrors brackets and guillemets of right-to-left text although the file names the character; it turns round the pieces between
signs of a Latin word in a line from right to left (``A/HRC/45/13``), and those between joiners of a Persian word in a line from
left to right, since it orders a line by runs of one class without levels (``CFX_BidiString``).
"""
AMIRI = face("Amiri")


def judged(one: Face, sets: Sequence[Set], folder: Path, profile: Profile = Profile.SCREEN) -> dict[tuple[str, str], Score]:
    """What each reader that must not fail gives back of each of the sets in a face."""
    pdf = folder / "set.pdf"
    pages = set_in(one, pdf, sets, profile)
    found: dict[tuple[str, str], Score] = {}
    for reader, read in readers.MUST.items():
        asked = [part for part in sets if not (part.name == "no-break" and reader in TAKES_EVERY_SPACE_FOR_ONE)]
        whole = [
            replace(part, ordered=part.ordered and (reader, part.name) not in SEES_COLUMNS)
            for part in asked
            if not (reader == "PDFium" and part.name in PDFIUM)
        ]
        found |= {(reader, name): result for name, result in scores(pdf, pages, whole, read).items()}
    for part in sets:
        if part.name in PDFIUM:
            letters, ordered = PDFIUM[part.name]
            half = only(part, letters, ordered=ordered)
            found |= {("PDFium", part.name): scores(pdf, pages, [half], reading_only(readers.pdfium, letters))[part.name]}
    return found


def failures(found: Mapping[tuple[str, str], Score]) -> dict[tuple[str, str], tuple[object, ...]]:
    return {where: (one.lost[:5], one.strange[:5], one.disordered[:2]) for where, one in found.items() if not one.is_perfect}


@pytest.mark.parametrize("one", FACES, ids=lambda one: one.name)
def test_every_word_is_there_and_every_line_in_order(one: Face, tmp_path: Path) -> None:
    assert failures(judged(one, sets_of(one), tmp_path)) == {}


def test_the_same_in_an_archive(tmp_path: Path) -> None:
    sets = [one for one in sets_of(AMIRI) if one.name in ("table", "mixed", "arabic")]
    assert failures(judged(AMIRI, sets, tmp_path, Profile.ARCHIVE)) == {}


BEFORE = """
import sys
from pathlib import Path
from dossier.press import mends
from dossier.press.fontconfig import use_bundled_faces
mends.MENDS = tuple(mend for mend in mends.MENDS if "text_layer" not in mend.__module__)
use_bundled_faces(Path.cwd())
from fidelity_corpus import face, sets_of
from fidelity_measure import scores, set_in
from fidelity_readers import MUST
one = face("Amiri")
sets = [part for part in sets_of(one) if part.name == "table"]
pages = set_in(one, Path("set.pdf"), sets)
found = [scores(Path("set.pdf"), pages, sets, read)["table"] for read in MUST.values()]
print(max(part.exact / part.words for part in found))
"""


def test_without_the_layer_most_persian_words_are_lost(tmp_path: Path) -> None:
    done = run(BEFORE, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert float(done.stdout) < 0.2


def test_the_corpus_is_as_large_and_as_hard_as_it_says() -> None:
    persian = words.persian()
    kinds = {
        "joiners": "\u200c",
        "lam-alef": "ل\u200c?[اأإآ]",
        "marks": "[\u064b-\u0652\u0670\u0654\u0653]",
        "hamza": "[أئؤء]",
        "kashida": "ـ",
        "digits": "[۰-۹]",
    }
    counts = {kind: sum(bool(re.search(pattern, word)) for word in persian) for kind, pattern in kinds.items()}
    assert len(persian) == len(set(persian)) >= 3000
    assert counts["joiners"] > 2500
    assert all(
        counts[kind] >= least for kind, least in {"lam-alef": 80, "marks": 80, "hamza": 40, "kashida": 5, "digits": 15}.items()
    )
    assert sum(any(map(unicodedata.combining, word)) for word in words.arabic()) > 200
    plain, *_ = sets_of(AMIRI)
    assert {word.strip("«»،؛؟():.[]!") for line in plain.lines for word in line.text.split()} == set(persian) - {""}


def test_every_face_of_the_press_is_judged() -> None:
    families = {(one.family, one.weight) for one in FACES}
    assert families == {(name, weight) for name in ("Amiri", "Noto Sans Arabic", *LATIN_FAMILIES) for weight in (400, 700)}
    assert {(one.family, one.weight) for one in FACES if one.style == "italic"} == {
        (n, w) for n in LATIN_FAMILIES for w in (400, 700)
    }


LATIN_FAMILIES = ("Literata", "Public Sans", "JetBrains Mono")
WRITTEN = Set("x", "fa", (Line("می‌روم (خانه) سلام", ""), Line("یک دو", "")))
KEPT = "می‌روم (خانه) سلام\nیک دو"


@pytest.mark.parametrize(
    ("extracted", "exact", "bare", "in_order"),
    [
        (KEPT, 5, 5, 2),
        (f"\u202b{KEPT}\u202c", 5, 5, 2),
        (KEPT.replace("\u200c", ""), 4, 4, 1),
        (KEPT.replace("\u200c", "\u200c\u200c"), 4, 4, 1),
        (KEPT.replace("خانه", "خانه\u200d"), 4, 4, 1),
        (KEPT.replace("(خانه)", ")خانه("), 4, 5, 1),
        (KEPT.replace("سلام", "مالس"), 4, 4, 1),
        (KEPT.replace("یک دو", "دو یک"), 5, 5, 1),
        (KEPT.replace("سلام", "سلا م"), 4, 4, 1),
        (KEPT.replace("سلام\n", "سلام"), 3, 3, 0),
        ("", 0, 0, 0),
    ],
)
def test_the_judge_finds_what_is_provoked(extracted: str, exact: int, bare: int, in_order: int) -> None:
    found = score(WRITTEN, extracted)
    assert (found.exact, found.bare, found.in_order) == (exact, bare, in_order)
    assert found.is_perfect == (extracted.strip("\u202b\u202c") == KEPT)


def test_marks_of_direction_are_counted_for_themselves() -> None:
    found = score(WRITTEN, KEPT.replace("سلام", "سلام\u200f").replace(" دو", "\u200f دو\u200f"))
    assert (found.is_perfect, found.exact, found.pure) == (True, 5, 2)


@pytest.mark.parametrize("sign", ["\u00ad\n", "\u00ad\r\n", "\ufffe", "\u0002", "\ufffe\r\n"])
def test_a_word_broken_at_a_soft_hyphen_is_one_word(sign: str) -> None:
    written = Set("x", "fr", (Line("une différence", ""),))
    assert score(written, f"une diffé{sign}rence").is_perfect
    assert not score(written, "une diffé-\nrence").is_perfect


def test_a_no_break_space_is_part_of_a_word_where_that_is_asked() -> None:
    line = Line("50\u202f% ici", "")
    assert score(Set("x", "fr", (line,)), "50 % ici").is_perfect
    assert score(Set("x", "fr", (line,), keeps_spaces=True), "50\u202f% ici").is_perfect
    assert not score(Set("x", "fr", (line,), keeps_spaces=True), "50 % ici").is_perfect
