"""Pages whose text layer is judged: for each bundled face one document, made of sets of lines that are hard to keep."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TypeVar

import fidelity_words as words

from dossier.model.bundle import HtmlBundle, Metadata

T = TypeVar("T")
SHY = "\N{SOFT HYPHEN}"
NBSP = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Face:
    """A face as style sheets ask for it."""

    families: str
    weight: int = 400
    style: str = "normal"

    @property
    def family(self) -> str:
        """The first family."""
        return self.families.split(",")[0].strip('"')

    @property
    def name(self) -> str:
        """As in ``Amiri 400`` and ``Literata 700 italic``."""
        return f"{self.family} {self.weight}" + (f" {self.style}" if self.style != "normal" else "")


@dataclass(frozen=True, slots=True)
class Line:
    """What is written, and the markup that says it."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Set:
    """Lines of one kind on pages of their own.

    Parameters
    ----------
    ordered:
        Whether a reader must give the words of each line in their order, one behind the other.
    keeps_spaces:
        Whether a no-break space belongs to the word that it holds together.
    """

    name: str
    language: str
    lines: tuple[Line, ...]
    tag: str = "p"
    ordered: bool = True
    keeps_spaces: bool = False


PERSIAN_FACES = tuple(
    Face(families, weight) for families in ('"Amiri","Literata"', '"Noto Sans Arabic","Public Sans"') for weight in (400, 700)
)
LATIN_FACES = tuple(
    Face(families, weight, style)
    for families in ('"Literata","Amiri"', '"Public Sans","Noto Sans Arabic"')
    for weight in (400, 700)
    for style in ("normal", "italic")
)
MONO_FACES = tuple(Face('"JetBrains Mono","Amiri"', weight, style) for weight in (400, 700) for style in ("normal", "italic"))
FACES = (*PERSIAN_FACES, *LATIN_FACES, *MONO_FACES)


def face(family: str, weight: int = 400, style: str = "normal") -> Face:
    """The one of :data:`FACES` with this first family; ``amiri`` will do for ``Amiri``."""
    wanted = (family.lower().replace(" ", "").replace("-", ""), weight, style)
    return next(one for one in FACES if (one.family.lower().replace(" ", ""), one.weight, one.style) == wanted)


def sets_of(face: Face) -> tuple[Set, ...]:
    """The sets that are set in ``face``."""
    return _persian_sets() if face in PERSIAN_FACES else _mono_sets() if face in MONO_FACES else _latin_sets()


def document(face: Face, sets: Sequence[Set]) -> HtmlBundle:
    """The sets, each a section with its name as its ``id``, from the top of a page; nothing else is on the pages."""
    language = sets[0].language
    direction = _direction(language)
    style = _STYLE.format(families=face.families, weight=face.weight, style=face.style)
    html = (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><title>x</title><style>{style}</style></head>'
        f"<body>{''.join(map(_section, sets))}</body></html>"
    )
    return HtmlBundle(html, Metadata("urn:x", "x", language, direction, "2026-01-01", 0))


_STYLE = """
@page {{ size: 240mm 297mm; margin: 15mm }}
html {{ font-family: {families}; font-weight: {weight}; font-style: {style}; font-size: 11pt; line-height: 1.6 }}
html {{ font-variant-numeric: oldstyle-nums proportional-nums; font-variation-settings: "opsz" 11; hyphens: manual }}
section {{ break-before: page }} section:first-child {{ break-before: auto }}
p, td {{ margin: 0; white-space: nowrap }} td {{ padding: 0 2mm }} pre {{ margin: 0; font-family: inherit }}
#paragraphs p, #narrow p, #hyphens p {{ white-space: normal; text-align: justify; margin-bottom: 4mm }}
#paragraphs, #hyphens {{ hyphens: auto; hyphenate-limit-chars: 6 3 3 }} #narrow {{ columns: 4; column-gap: 8mm }}
#hyphens p {{ width: 45mm; text-align: start }} #soft p {{ white-space: normal; width: 22mm; margin-bottom: 4mm }}
#small-caps {{ font-variant-caps: small-caps }} #all-small-caps {{ font-variant-caps: all-small-caps }}
#discretionary {{ font-variant-ligatures: discretionary-ligatures historical-ligatures }}
#tabular {{ font-variant-numeric: lining-nums tabular-nums }} #fractions {{ font-variant-numeric: diagonal-fractions ordinal }}
"""


def _section(one: Set) -> str:
    inside = _table(one.lines) if one.tag == "td" else "".join(f"<{one.tag}>{line.html}</{one.tag}>" for line in one.lines)
    return f'<section id="{one.name}" lang="{one.language}" dir="{_direction(one.language)}">{inside}</section>'


def _table(lines: Sequence[Line]) -> str:
    rows = ("".join(f"<td>{line.html}</td>" for line in row) for row in _groups(lines, 4))
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _groups(found: Sequence[T], length: int) -> Iterator[Sequence[T]]:
    return (found[start : start + length] for start in range(0, len(found), length))


def _direction(language: str) -> str:
    return "rtl" if language in ("fa", "ar") else "ltr"


def _plain(text: str) -> Line:
    return Line(text.replace(SHY, ""), escape(text))


def _lines(found: Iterable[str], width: int, dress: Callable[[int, str], str] = lambda number, word: word) -> Iterator[Line]:
    """Words in lines of at most ``width`` letters."""
    line: list[str] = []
    for number, word in enumerate(found):
        dressed = dress(number, word)
        if line and len(" ".join((*line, dressed))) > width:
            yield _plain(" ".join(line))
            line = []
        line.append(dressed)
    yield _plain(" ".join(line))


def _in_persian_points(number: int, word: str) -> str:
    dresses = {3: "«{}»", 7: "{}،", 11: "{}؛", 17: "{}؟", 19: "({})", 23: "{}:", 29: "{}.", 31: "[{}]", 37: "{}!", 41: "«{}»،"}
    return next((dress.format(word) for each, dress in dresses.items() if number % 43 == each), word)


def _in_latin_points(number: int, word: str) -> str:
    dresses = {3: "“{}”", 7: "{},", 11: "{};", 17: "{}?", 19: "({})", 23: "{}:", 29: "{}."}
    return next((dress.format(word) for each, dress in dresses.items() if number % 31 == each), word)


def _paragraphs(found: Sequence[str], length: int) -> Iterator[Line]:
    """Paragraphs with words made strong and linked here and there, so that lines are drawn in pieces."""
    for group in _groups(found, length):
        marked = (_marked(number, escape(word)) for number, word in enumerate(group))
        yield Line(" ".join(group).replace(SHY, ""), " ".join(marked))


def _marked(number: int, word: str) -> str:
    return (
        f"<strong>{word}</strong>"
        if number % 13 == 5
        else f'<a href="https://example.org/">{word}</a>'
        if number % 17 == 9
        else word
    )


def _persian_sets() -> tuple[Set, ...]:
    all_words = words.persian()
    return (
        Set("plain", "fa", tuple(_lines(all_words, 60, _in_persian_points))),
        Set("paragraphs", "fa", tuple(_paragraphs(all_words[::3], 50))),
        Set("table", "fa", tuple(_lines(all_words[1::9], 18)), tag="td"),
        Set("narrow", "fa", tuple(_paragraphs(all_words[2::9], 20)), ordered=False),
        Set("held", "fa", tuple(_held_lines(all_words))),
        Set("mixed", "fa", tuple(_mixed_lines(all_words))),
        Set("originals", "fa", tuple(_originals())),
        Set("arabic", "ar", tuple(_lines(words.arabic(), 90))),
    )


def _held_lines(all_words: Sequence[str]) -> Iterator[Line]:
    """Persian lines with no-break spaces: before a number and behind it, and between words."""
    held = ("۲۷~ژانویه", "منبع~۰۰۳", "۵~کیلومتر", "آقای~الف", "۳~سپتامبر ۲۰۲۰", "بند~۱۲،")
    for number in range(60):
        first, last = all_words[number * 7], all_words[number * 7 + 1]
        text = f"{first} {held[number % 6]} {last} {held[number % 5]}".replace("~", "\u00a0")
        yield Line(text, escape(text))


_ISOLATED = (
    "A/HRC/45/13|A/43/705|E/CN.4/1988/24|2024-05-12|1988–2020|11 December 2020|+1 202-555-0100|"
    "https://example.org/a?b=c|UTF-8|name@example.org|Amnesty International|Œuvres complètes|United Nations (Geneva)|"
    "[sic]|{draft}|office|affiche|first flow|no. 12|pp. 12–14|3.14|Noël"
).split("|")
_FRAMES = (
    "{0} {1} {2} [[{3}]] {4} {5}",
    "{0} {1} ([[{3}]]) {2} {4}",
    "«{0} {1}» [[{3}]]، {2} {4}",
    "[[{3}]] {0} {1} {2}",
    "{0} {1} {2} {4} [[{3}]]",
    "{0} ({1} {2}) [[{3}]]؛ {4} [[{6}]] {5}.",
    "({0}) [{1}] {{{2}}} «{4}» [[{3}]]",
    "{0} «([[{3}]])» {1} {2}: ۱۲٬۳۴۵ [[{6}]]",
)


def _mixed_lines(all_words: Sequence[str]) -> Iterator[Line]:
    """Persian lines with isolated Latin runs, as editions mark them, in brackets and quotation marks."""
    for number in range(len(_FRAMES) * len(_ISOLATED)):
        run, other = _ISOLATED[number % len(_ISOLATED)], _ISOLATED[(number * 7 + 3) % len(_ISOLATED)]
        filled = [all_words[(number * 5 + place * 31) % len(all_words)] for place in range(5)]
        frame = _FRAMES[number // len(_ISOLATED)]
        text = frame.format(*filled[:3], run, *filled[3:], other)
        html = escape(text).replace("[[", '<bdi dir="ltr" lang="en">').replace("]]", "</bdi>")
        yield Line(text.replace("[[", "").replace("]]", ""), html)


def _foreign_lines(letters: Sequence[str]) -> Iterator[Line]:
    """French lines with isolated Persian runs of one to three words; the page is French, as poppler asks before anything else."""
    frames = ("{0} [[{1}]] {2}", "{0} ([[{1}]]) {2}", "[[{1}]] {0} {2}", "{0} {2} “[[{1}]]”, {0}")
    persian = [word for word in words.persian() if not any(map(str.isdigit, word))]
    for number in range(60):
        run = " ".join(persian[number * 20 : number * 20 + 1 + number % 3])
        before, behind = (" ".join(letters[start % 40 : start % 40 + 4]) for start in (number, number * 5))
        text = frames[number % 4].format(before, run, behind)
        html = escape(text).replace("[[", '<bdi lang="fa" dir="rtl">').replace("]]", "</bdi>")
        yield Line(text.replace("[[", "").replace("]]", ""), html)


def _originals() -> Iterator[Line]:
    """English lines in a Persian document, as the originals below translated passages are."""
    for line in _lines([word for word in words.latin() if word.isascii()], 40):
        yield replace(line, html=f'<span lang="en" dir="ltr">{line.html}</span>')


# "~" stands for a no-break space and "_" for a narrow one.
_SPACED = (
    "«_{0}_» {1}|«~{0}~» {1}|{0}_; {1}|{0}_! {1}_?|{0}~: {1}|12_345,67~€ {0}|1_234_567 {0}|50_% {0}|p.~12 {0}|n°~5 {0}|"
    "art.~3 {0}|M.~Martin {0}|11~décembre~2020 {0}"
).split("|")


def _latin_sets() -> tuple[Set, ...]:
    all_words = words.latin()
    letters = [word for word in all_words if word.isalpha()]
    figures = [word for word in all_words if any(map(str.isdigit, word))] + ["1/2 3/4 1st 2nd 3rd 1o 2a 1998 2024 10/12"]
    spaced = tuple(_spaced_lines(letters))
    return (
        Set("plain", "fr", tuple(_lines(all_words, 75, _in_latin_points))),
        Set("paragraphs", "fr", tuple(_paragraphs([*letters, *words.LONG.split()], 60))),
        Set("table", "fr", tuple(_lines(all_words[::2], 15)), tag="td"),
        Set("foreign", "fr", tuple(_foreign_lines(letters))),
        Set("spaces", "fr", spaced),
        Set("no-break", "fr", spaced, keeps_spaces=True),
        Set("hyphens", "fr", tuple(_paragraphs(words.LONG.split() * 4, 12)), ordered=False),
        Set("soft", "fr", tuple(_soft_lines())),
        Set("small-caps", "fr", tuple(_lines(all_words[::2], 60))),
        Set("all-small-caps", "fr", tuple(_lines(all_words[1::2], 60))),
        Set("discretionary", "fr", tuple(_lines(all_words[::2], 60))),
        Set("tabular", "fr", tuple(_lines(figures, 60))),
        Set("fractions", "fr", tuple(_lines(figures, 60))),
        Set("decomposed", "fr", tuple(_lines(words.DECOMPOSED.split(), 60))),
    )


def _spaced_lines(letters: Sequence[str]) -> Iterator[Line]:
    for number in range(len(_SPACED) * 3):
        frame = _SPACED[number % len(_SPACED)].replace("~", NBSP).replace("_", THIN)
        yield _plain(frame.format(letters[number % len(letters)], letters[number * 3 % len(letters)]))


def _soft_lines() -> Iterator[Line]:
    """Soft hyphens within a line, in words that ligatures join, and one at each place where lines can end."""
    for word in "of|fice af|fiche souf|fle ef|fi|ca|ce mot cons|ti|tu|tion".split():
        for other in "dif|fé|ren|tia|tion res|pon|sa|bi|li|té bi|blio|thèque".split():
            yield _plain(f"{word} {other}".replace("|", SHY))


def _mono_sets() -> tuple[Set, ...]:
    code = " ".join(words.CODE.split()).replace("; ", ";\n").split("\n")
    return (
        Set("code", "en", tuple(_plain(line.strip()) for line in code), tag="pre"),
        Set("digests", "en", tuple(_plain(digest) for digest in words.DIGESTS)),
        Set("plain", "fr", tuple(_lines(words.latin(), 60, _in_latin_points))),
        Set("fractions", "fr", tuple(_lines(["1/2 3/4 1st 2a 0x0F"], 60))),
    )
