"""Random dossiers of all that our Markdown allows: the same seed makes the same files, whatever the machine.

``python bench/random_documents.py`` builds many of them and has every judge look at them. What it finds belongs, as small
as it can be made, into ``stress_dossier.py``, ``tests/press/test_found_by_chance.py`` or the tests of the room whose fault it is.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from random_pieces import HTML, RUNS, TARGETS
from stress_pictures import pictures, strange_pictures
from stress_words import Tongue

PICTURES = {**pictures(), **strange_pictures()}
_MARKS = ("*", "**", "_", "~~", "***")
_LANGUAGES = ("lang=fa", "lang=fr", "lang=en", "lang=ar", "lang=he dir=rtl", "dir=rtl", ".x")
_DATES = ("1988-07/1988-09", "1988-08-17", "1988-12?", "1989~", "1990-22", "-0300", "1988", "2020-12-09")
_DEEPEST = 4


@dataclass(slots=True)
class Writing:
    """A document while it is written: chance, its words, and the notes that were promised."""

    random: Random
    tongue: Tongue
    notes: list[str] = field(default_factory=list)
    depth: int = 0
    count: int = 0

    def one(self, things: Sequence[Any]) -> Any:
        return things[int(self.random.random() * len(things))]

    def number(self, low: int, high: int) -> int:
        return low + int(self.random.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def word(self) -> str:
        """A word that stands nowhere else in the document."""
        self.count += 1
        return "zu" + "".join("bcdfgklmno"[int(digit)] for digit in f"{self.count:04}")

    def some(self, most: int) -> str:
        return f"{self.tongue.some(self.random, self.number(1, most))} {self.word()}"


# -- in a line


def _line(w: Writing, most: int = 4) -> str:
    parts = [w.some(4)]
    for _ in range(w.number(0, most)):
        parts += [w.one(_INLINE)(w), w.some(2)]
    return " ".join(parts)


def _emphasis(w: Writing) -> str:
    mark = w.one(_MARKS)
    return f"{mark}{w.some(2)}{mark}"


def _code(w: Writing) -> str:
    return str(w.one(("`a<b&c`", "`` ` ``", f"`{'x' * 70}`", "`چراغ`", f"`{'0123456789abcdef' * 3}`{{.digest}}", "`a  b`")))


def _link(w: Writing) -> str:
    return f"[{w.one((w.some(2), w.some(9), f'*{w.word()}*', f'`{w.word()}`'))}](<{w.one(TARGETS)}>)"


def _image(w: Writing) -> str:
    return f"![{w.some(2)}](images/{w.one(tuple(PICTURES))})"


def _note(w: Writing) -> str:
    if not w.notes or w.chance(0.7):
        w.notes.append(f"n{len(w.notes) + 1}")
    return f"[^{w.one(w.notes) if w.chance(0.2) else w.notes[-1]}]"


def _marked(w: Writing) -> str:
    return f"[{w.one((w.some(2), RUNS[0]))}]{{{w.one(_LANGUAGES)}}}"


def _run(w: Writing) -> str:
    return str(w.one(RUNS))


_INLINE: tuple[Callable[[Writing], str], ...] = (_emphasis, _code, _link, _image, _note, _note, _marked, _run, _run)


# -- blocks


def _heading(w: Writing) -> str:
    words = _line(w, 2) if w.chance(0.2) else w.one((w.some(6), w.some(6), w.some(40), "2020"))
    return f"{'#' * w.number(1, 6)} {words}"


def _paragraph(w: Writing) -> str:
    return " ".join(_line(w) for _ in range(w.number(1, 4)))


def _long_words(w: Writing) -> str:
    word = w.one(("x" * 150, "چ" * 120, "https://example.org/" + "a" * 200, "a-" * 80, "/" * 90, "۱۲۳" * 60))
    return f"{w.some(2)} {word} {w.some(1)}"


def _list(w: Writing) -> str:
    sign = w.one(("- ", "* ", "1. ", "7) ", "0. ", "123456789. "))
    between = w.one(("\n", "\n\n"))
    items = (_item(w) for _ in range(w.number(1, 5)))
    return str(between.join(sign + item.replace("\n", "\n" + " " * len(sign)) for item in items))


def _item(w: Writing) -> str:
    words = _line(w, 1) if w.chance(0.4) else str(w.one(("", w.some(3))))
    return f"{words}\n\n{_within(w)}" if w.chance(0.4) else words


def _quote(w: Writing) -> str:
    lines = "\n\n".join(_within(w) for _ in range(w.number(1, 3))).split("\n")
    return str(w.one(("", "{.pull}\n", "{lang=fa}\n"))) + "\n".join(f"> {line}".rstrip() for line in lines)


def _within(w: Writing) -> str:
    """A block within another."""
    if w.depth >= _DEEPEST:
        return w.some(5)
    w.depth += 1
    made = _block(w)
    w.depth -= 1
    return made


def _table(w: Writing) -> str:
    columns = w.one((1, 2, 3, 4, 5, 9))
    rows = w.one((0, 1, 3, 12, 70 if columns < 5 else 3))
    head = [w.one(("", w.some(1), w.some(3))) for _ in range(columns)]
    marks = [w.one(("---", ":--", ":-:", "--:")) for _ in range(columns)]
    body = [[_cell(w) for _ in range(w.one((columns, columns, columns + 1)))] for _ in range(rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *body))


def _cell(w: Writing) -> str:
    words = _line(w, 1) if w.chance(0.1) else w.one(("", w.word(), w.some(3), "1988-07-14", "12 345", "−3,5 %", _run(w)))
    return str(words).replace("|", "").rstrip("\\")


def _definitions(w: Writing) -> str:
    return "\n\n".join(f"{w.some(2)}\n: {_line(w, 1)}\n\n: {w.some(3)}" for _ in range(w.number(1, 3)))


def _timeline(w: Writing) -> str:
    events = "\n\n".join(f"{w.one(_DATES)}\n: {_line(w, 1)}" for _ in range(w.number(1, 5)))
    return f"{w.some(3)}\n\n{{.timeline}}\n{events}\n\n{w.some(3)}"


def _fence(w: Writing) -> str:
    lines = (w.one(("x = 1", "", "\tt", "y" * 120, "<a>&amp;", "چراغ = 1", "\u0007bell")) for _ in range(w.one((0, 1, 5, 60))))
    return "~~~ python\n" + "\n".join(lines) + "\n~~~"


def _figure(w: Writing) -> str:
    return f'![{w.some(3)}](images/{w.one(tuple(PICTURES))} "{w.some(2)} *{w.word()}* `x`")'


def _raw(w: Writing) -> str:
    return str(w.one(HTML)).replace("WORD", w.word())


_BLOCKS: tuple[Callable[[Writing], str], ...] = (
    *(_heading, _heading, _paragraph, _paragraph, _paragraph, _long_words, _list, _list, _list, _quote, _quote),
    *(_table, _table, _definitions, _timeline, _fence, _figure, _raw, _raw),
)


def _block(w: Writing) -> str:
    return str(w.one(_BLOCKS)(w))


def document(random: Random, tongue: Tongue, blocks: int) -> str:
    """A part: front matter, so many blocks, and the notes they call."""
    w = Writing(random, tongue)
    title = json.dumps(w.some(w.one((2, 30))) + w.one(("", ' "x" & y', " <b>", " ☃")), ensure_ascii=False)
    written = [_block(w) for _ in range(blocks)]
    w.depth = _DEEPEST - 1
    for name in w.notes:  # which grow: notes may call notes
        text = _line(w, 1) + (f"\n\n{_within(w)}" if w.chance(0.2) and len(w.notes) < 3 * blocks else "")
        written.append(f"[^{name}]: " + text.replace("\n", "\n    "))
    return f"---\ntitle: {title}\n---\n\n" + "\n\n".join(written) + "\n"


def random_files(seed: int, tongue: Tongue, *, parts: int = 4, blocks: int = 12) -> dict[str, str | bytes]:
    """The files of the dossier ``random-SEED``."""
    random, name = Random(seed), f"random-{seed}"
    languages = [tongue.language, *(tag for tag in ("en", "fr", "fa") if tag != tongue.language)]
    numbers = range(1, parts + 1)
    settings = f"""id = "{name}"
title = "{tongue.some(random, 3)}"
language = "{tongue.language}"
languages = {json.dumps(languages)}
date = "2026-01-01"
parts = {json.dumps([f"part-{number}.md" for number in numbers])}
outputs = ["pdf", "print", "archive", "epub", "html"]
theme = "{("default", "brief", "reader")[seed % 3]}"
markdown = {{ raw-html = true }}
"""
    found: dict[str, str | bytes] = {f"part-{number}.md": document(random, tongue, blocks) for number in numbers}
    found |= {"dossier.toml": settings, **{f"images/{path}": data for path, data in PICTURES.items()}}
    return {f"content/{name}/{path}": data for path, data in found.items()}
