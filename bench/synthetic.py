"""A long dossier made of nothing: the same words at every run, in English, Persian or French, with every kind of block."""

from dataclasses import dataclass
from random import Random

_ENGLISH = """
a the of in and to at by with from under over after before near every some few many this that
archive page reader letter margin paper table column line word voice hour morning winter river valley orchard lantern window
stair garden road bridge station harbour village teacher carpenter printer librarian gardener neighbour traveller
writes reads keeps finds carries opens folds copies counts answers remembers describes arranges compares translates
quiet narrow early patient careful distant ordinary printed folded numbered unfinished twofold northern familiar
slowly often never together elsewhere again twice almost
"""

_PERSIAN = """
و در از به با که را این آن هر یک برای بی تا پس زیر روی میان
نامه برگه خواننده حاشیه کاغذ جدول ستون سطر واژه صدا ساعت بامداد زمستان رودخانه دره باغ فانوس پنجره پله جاده پل ایستگاه بندر
روستا آموزگار نجار چاپگر کتابدار باغبان همسایه مسافر کتاب‌خانه دفترچه‌ها نوشته‌ها یادداشت‌های
می‌نویسد می‌خواند نگه‌می‌دارد می‌یابد می‌برد می‌گشاید می‌شمارد پاسخ‌می‌دهد به‌یاد‌می‌آورد می‌سنجد برمی‌گرداند
آرام باریک زود شکیبا دقیق دور معمولی چاپ‌شده تاخورده شماره‌دار ناتمام دوگانه شمالی آشنا
آهسته گاهی هرگز باهم دوباره تقریباً
"""

_FRENCH = """
le la les un une des et dans sur sous avec sans vers chez entre avant après pendant toujours ce cette chaque plusieurs
archive page lectrice lettre marge papier tableau colonne ligne parole voix heure matinée hiver rivière vallée verger lanterne
fenêtre escalier jardin route passerelle gare port village institutrice menuisier imprimeur bibliothécaire jardinière voisine
l’archive d’hiver qu’une l’imprimeur d’après aujourd’hui l’escalier s’ouvre n’oublie j’écris
écrit lit garde trouve porte ouvre plie recopie compte répond décrit range compare traduit
calme étroite précoce patiente prudente lointaine ordinaire imprimée pliée numérotée inachevée double septentrionale familière
lentement souvent jamais ensemble ailleurs encore presque vraisemblablement
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the pages of a dossier are to look, and what its cover must tell."""

    page_size: str = "A5"
    large_print: bool = False
    theme: str = "default"
    status: str = "reviewed"
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a made-up text in one language consists of, what the dossier's own strings are, and how long a chapter comes out."""

    language: str
    words: tuple[str, ...]
    stop: str
    comma: str
    title: str
    rights: str
    pages_per_chapter: float
    quotes: tuple[str, str]
    colon: str


ENGLISH = Tongue(
    "en", tuple(_ENGLISH.split()), ".", ",", "A long dossier", "Made-up text, free for any use.", 22.7, ("“", "”"), ":"
)
PERSIAN = Tongue(
    "fa", tuple(_PERSIAN.split()), ".", "،", "پرونده‌ای بلند", "متن ساختگی، برای هر کاربردی آزاد است.", 23.6, ("«", "»"), ":"
)
FRENCH = Tongue(
    "fr",
    tuple(_FRENCH.split()),
    ".",
    ",",
    "Un long dossier",
    "Texte inventé, libre pour tout usage.",
    24.3,
    ("«\u202f", "\u202f»"),
    "\u202f:",
)
TONGUES = (ENGLISH, PERSIAN)
"""Those in which ``pages.py`` measures; ``faults.py`` sets pages in all three."""


def dossier(tongue: Tongue, pages: int, shape: Shape = Shape()) -> dict[str, str]:
    """The files of a project with one dossier, ``bench``, of about so many A5 pages, by their path."""
    random = Random(1988)
    chapters = max(1, round(pages / tongue.pages_per_chapter))
    names = [f"chapter-{number:02}.md" for number in range(1, chapters + 1)]
    files = {f"content/bench/{name}": _chapter(tongue, random) for name in names}
    records = [f"record-{number:02}" for number in range(1, chapters + 1)]
    sources = {f"content/bench/sources/{name}.md": _source(tongue, random, name) for name in records}
    return {"content/bench/dossier.toml": _settings(tongue, names, shape, random), **files, **sources}


def _settings(tongue: Tongue, names: list[str], shape: Shape, random: Random) -> str:
    parts = ", ".join(f'"{name}"' for name in names)
    reason = _sentence(tongue, random).replace("*", "")
    withdrawn = f'[withdrawn]\ndate = "2026-02-01"\nreason = "{reason}"\n' if shape.withdrawn else ""
    return f"""id = "bench"
title = "{tongue.title}{tongue.colon} {_words(tongue, random, 7)}"
subtitle = "{_words(tongue, random, 10)}"
description = "{_paragraph(tongue, random, 2).replace("*", "")}"
publisher = "{_words(tongue, random, 3)}"
version = "1.0"
base-url = "https://example.org/an/address/of/some/length"
theme = "{shape.theme}"
rights = "{tongue.rights}"
language = "{tongue.language}"
languages = ["{tongue.language}"]
date = "2026-01-01"
status = "{shape.status}"
parts = [{parts}]
outputs = ["pdf"]

[pdf]
page-size = "{shape.page_size}"
large-print = {str(shape.large_print).lower()}

{withdrawn}"""


def _chapter(tongue: Tongue, random: Random) -> str:
    sections = [*(_section(tongue, random, number) for number in range(1, 7)), _rarities(tongue, random)]
    return "\n\n".join([f"---\ntitle: {_words(tongue, random, 4)}\nstatus: reviewed\n---", *sections]) + "\n"


def _section(tongue: Tongue, random: Random, number: int) -> str:
    note = f"n{number}"
    blocks = [
        f"## {_words(tongue, random, 5)}",
        _paragraph(tongue, random, 5),
        f"{_paragraph(tongue, random, 4)}[^{note}]",
        _list(tongue, random),
        _paragraph(tongue, random, 6),
        f"> {_paragraph(tongue, random, 2)}",
        f"### {_words(tongue, random, 4)}",
        _paragraph(tongue, random, 5),
        _table(tongue, random) if number % 2 else _paragraph(tongue, random, 3),
        _paragraph(tongue, random, 4),
        f"[^{note}]: {_sentence(tongue, random)}",
    ]
    return "\n\n".join(blocks)


def _rarities(tongue: Tongue, random: Random) -> str:
    """What few texts have: headings without text between them, a table over pages, lists in lists, definitions, addresses."""
    return "\n\n".join(
        [
            f"## {_words(tongue, random, 5)}",
            f"### {_words(tongue, random, 14)}",
            f"#### {_words(tongue, random, 4)}",
            f"{_paragraph(tongue, random, 3)}[^long]",
            f"### {_words(tongue, random, 3)}",
            _table(tongue, random, 24),
            f"### {_words(tongue, random, 3)}",
            _nested(tongue, random),
            f"#### {_words(tongue, random, 3)}",
            f"> {_quoted(tongue, random)}\n>\n> {_paragraph(tongue, random, 3)}",
            _definitions(tongue, random),
            f"### {_words(tongue, random, 3)}",
            _timeline(tongue, random),
            f"{_sentence(tongue, random)} <https://example.org/{'a-long-address/' * 9}index.html?language={tongue.language}>",
            f"{_sentence(tongue, random)} `{'digest0123456789' * 4}`{{.digest}} {_sentence(tongue, random)}",
            f"### {_words(tongue, random, 4)}",
            f"{_sentence(tongue, random)[:60]}{tongue.stop}",
            _paragraph(tongue, random, 4),
            f"[^long]: {_paragraph(tongue, random, 6)}",
        ]
    )


def _source(tongue: Tongue, random: Random, name: str) -> str:
    return f"""---
id: {name}
type: report
title: "{_words(tongue, random, 6)}"
publisher: "{_words(tongue, random, 3)}"
publisher-kind: academic
issued: "1988-07"
accessed: "2026-01-01"
URL: https://example.org/{"records/" * 6}{name}
language: {tongue.language}
rights: "{tongue.rights}"
notices: ["{_sentence(tongue, random).replace("*", "")}"]
reproduce: excerpt
snapshot:
  sha256: {"0123456789abcdef" * 4}
  media-type: text/plain
status: reviewed
---

{_paragraph(tongue, random, 5)}

{_paragraph(tongue, random, 4)}
"""


def _nested(tongue: Tongue, random: Random) -> str:
    items = [f"{'   ' * depth}1. {_sentence(tongue, random)} {_sentence(tongue, random)}" for depth in (0, 1, 2, 1, 0, 0)]
    loose = [f"- {_paragraph(tongue, random, 3)}\n\n  {_paragraph(tongue, random, 2)}" for _ in range(3)]
    return "\n".join(items) + "\n\n" + "\n\n".join(loose)


def _definitions(tongue: Tongue, random: Random) -> str:
    return "\n\n".join(f"{_words(tongue, random, 2)}\n:   {_paragraph(tongue, random, 2)}" for _ in range(6))


def _timeline(tongue: Tongue, random: Random) -> str:
    entries = [f"19{year}-0{year % 9 + 1}~\n:   {_paragraph(tongue, random, 2)}" for year in range(80, 92)]
    return "{.timeline}\n" + "\n\n".join(entries)


def _quoted(tongue: Tongue, random: Random) -> str:
    start, end = tongue.quotes
    return f"{_words(tongue, random, 3)}{tongue.colon} {start}{_sentence(tongue, random)}{end} {_paragraph(tongue, random, 3)}"


def _list(tongue: Tongue, random: Random) -> str:
    return "\n".join(f"- {_sentence(tongue, random)}" for _ in range(4))


def _table(tongue: Tongue, random: Random, length: int = 5) -> str:
    widths = (2, 4, 3) if length < 10 else (2, 14, 6)
    rows = [[_words(tongue, random, count) for count in widths] for _ in range(length + 1)]
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|---|---|---|", *body])


def _paragraph(tongue: Tongue, random: Random, sentences: int) -> str:
    return " ".join(_sentence(tongue, random) for _ in range(sentences))


def _sentence(tongue: Tongue, random: Random) -> str:
    words = _words(tongue, random, random.randint(8, 20)).split(" ")
    words[len(words) // 2] += tongue.comma
    words[2] = f"*{words[2]}*" if random.random() < 0.2 else words[2]
    return " ".join(words) + tongue.stop


def _words(tongue: Tongue, random: Random, count: int) -> str:
    text = " ".join(random.choices(tongue.words, k=count))
    return text[0].upper() + text[1:]
