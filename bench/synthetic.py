"""A long dossier made of nothing: the same words at every run, in English or Persian, with every kind of block."""

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


TONGUES = (
    Tongue("en", tuple(_ENGLISH.split()), ".", ",", "A long dossier", "Made-up text, free for any use.", 14.6),
    Tongue("fa", tuple(_PERSIAN.split()), ".", "،", "پرونده‌ای بلند", "متن ساختگی، برای هر کاربردی آزاد است.", 18.9),
)


def dossier(tongue: Tongue, pages: int) -> dict[str, str]:
    """The files of a project with one dossier, ``bench``, of about so many A5 pages, by their path."""
    random = Random(1988)
    chapters = round(pages / tongue.pages_per_chapter)
    names = [f"chapter-{number:02}.md" for number in range(1, chapters + 1)]
    files = {f"content/bench/{name}": _chapter(tongue, random) for name in names}
    return {"content/bench/dossier.toml": _settings(tongue, names), **files}


def _settings(tongue: Tongue, names: list[str]) -> str:
    parts = ", ".join(f'"{name}"' for name in names)
    return f"""id = "bench"
title = "{tongue.title}"
rights = "{tongue.rights}"
language = "{tongue.language}"
languages = ["{tongue.language}"]
date = "2026-01-01"
status = "reviewed"
parts = [{parts}]
sources = []
outputs = ["pdf"]

[pdf]
page-size = "A5"
"""


def _chapter(tongue: Tongue, random: Random) -> str:
    sections = [_section(tongue, random, number) for number in range(1, 8)]
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


def _list(tongue: Tongue, random: Random) -> str:
    return "\n".join(f"- {_sentence(tongue, random)}" for _ in range(4))


def _table(tongue: Tongue, random: Random) -> str:
    rows = [[_words(tongue, random, count) for count in (2, 4, 3)] for _ in range(6)]
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
