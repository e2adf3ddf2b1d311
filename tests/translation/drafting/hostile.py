"""Sentences with every kind of atom, and an engine that does them every harm."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dossier.content.markdown import parse_blocks
from dossier.model.document import Document, DocumentKind, Unit, UnitKind
from dossier.model.place import Place
from dossier.translation.drafting.values import Asked
from dossier.translation.engines.engine import Effort, Reply

_BODY = """[^1]: a note

[^two]: another note

[annex]: https://example.org/report
"""
_WORDS = """committee letter report witness family prison court judge said wrote that the of and in was were not never killed
read published signed year names persons between""".split()


def document() -> Document:
    """A document with notes and a link's address, so that sentences may name them."""
    blocks, environment = parse_blocks(_BODY, with_citations=True)
    return Document("part", "content/d/part.md", DocumentKind.PART, "en", None, (), blocks, environment, 0, _BODY)  # type: ignore[arg-type]


DOCUMENT = document()


def unit(markdown: str) -> Asked:
    """``markdown`` as a paragraph of :data:`DOCUMENT`."""
    return Asked(DOCUMENT, Unit(markdown, UnitKind.PARAGRAPH, Place("content/d/part.md", 1, 1), 0, "en"))


@dataclass(frozen=True)
class Sentence:
    """Inline Markdown, and what a draft of it must have, as it was put in."""

    markdown: str
    atoms: tuple[str, ...]
    """Written as they are: addresses of links and images, notes, citations, code, attributes, addresses, identifiers."""
    marks: Mapping[str, int]
    """How often each kind of mark stands in it, by the token that opens it."""


def sentence(seed: int) -> Sentence:
    """A sentence of one to three clauses with up to six atoms and marks."""
    chance = random.Random(seed)
    atoms: list[str] = []
    marks: dict[str, int] = {}
    parts = [_element(chance, atoms, marks, depth=0) for _ in range(chance.randint(1, 6))]
    text = " ".join(parts) + chance.choice([".", "", "?", ";", "…"])
    return Sentence(text[:1].upper() + text[1:] if chance.random() < 0.5 else text, tuple(atoms), marks)


def _phrase(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, 4))) + chance.choice(["", "", "", ",", ". The", ":"])


def _element(chance: random.Random, atoms: list[str], marks: dict[str, int], depth: int) -> str:
    make = chance.choice(_KINDS if depth < 2 else _KINDS[:_SIMPLE])
    return make(chance, atoms, marks, depth)


def _words(chance: random.Random, _a: list[str], _m: dict[str, int], _d: int) -> str:
    return _phrase(chance)


def _atom(pool: Sequence[str]) -> "Make":
    def make(chance: random.Random, atoms: list[str], _m: dict[str, int], _d: int) -> str:
        chosen = chance.choice(pool)
        atoms.append(chosen)
        return f"{chance.choice(_WORDS)} {chosen}" if chance.random() < 0.5 else f"{chance.choice(_WORDS)}{chosen}"

    return make


def _spaced_atom(pool: Sequence[str]) -> "Make":
    def make(chance: random.Random, atoms: list[str], _m: dict[str, int], _d: int) -> str:
        chosen = chance.choice(pool)
        atoms.append(chosen)
        return f"{chance.choice(_WORDS)} {chosen}"

    return make


def _image(chance: random.Random, atoms: list[str], _m: dict[str, int], _d: int) -> str:
    address = chance.choice(["(a.png)", "(map.svg){.wide}", '(b.jpg "A *map* here")'])
    atoms.append(address.split(" ")[0].rstrip(")"))
    return f"![{_phrase(chance)}]{address}"


def _span(mark: str, token: str) -> "Make":
    def make(chance: random.Random, atoms: list[str], marks: dict[str, int], depth: int) -> str:
        inner = " ".join(_element(chance, atoms, marks, depth + 1) for _ in range(chance.randint(1, 2)))
        marks[token] = marks.get(token, 0) + 1
        return f"{mark}{inner.strip(' ,:')}{mark}"

    return make


def _bracketed(closings: Sequence[str], token: str) -> "Make":
    """Links and marked words: neither notes nor citations within them are read, nor links within links."""

    def make(chance: random.Random, atoms: list[str], marks: dict[str, int], _d: int) -> str:
        closing = chance.choice(closings)
        atoms.append(closing)
        marks[token] = marks.get(token, 0) + 1
        inner = [chance.choice(_IN_BRACKETS)(chance, atoms, marks, 2) for _ in range(chance.randint(1, 2))]
        return f"[{' '.join(inner).strip(' ,:')}{closing}"

    return make


def _fixed(chance: random.Random, _a: list[str], _m: dict[str, int], _d: int) -> str:
    """Names and numbers: words like others, that an engine may write in its own way or lose."""
    return f"{chance.choice(_WORDS)} {chance.choice(['Javaid Rehman', 'Evin', '33,700', '1.5', '12'])}"


def _note_in_place(chance: random.Random, _a: list[str], marks: dict[str, int], _d: int) -> str:
    marks["footnote_ref"] = marks.get("footnote_ref", 0) + 1
    return f"{chance.choice(_WORDS)}^[{_phrase(chance).strip(' ,:')}]"


def _linked_image(chance: random.Random, atoms: list[str], marks: dict[str, int], depth: int) -> str:
    marks["link_open"] = marks.get("link_open", 0) + 1
    atoms.append("](https://example.org/img)")
    return f"[{_image(chance, atoms, marks, depth)}](https://example.org/img)"


def _break(chance: random.Random, _a: list[str], _m: dict[str, int], _d: int) -> str:
    return f"{chance.choice(_WORDS)}\\\n{chance.choice(_WORDS)}"


def _year(chance: random.Random, _a: list[str], _m: dict[str, int], _d: int) -> str:
    return f"in {chance.randint(1900, 2020)}"


Make = Callable[[random.Random, list[str], dict[str, int], int], str]
_KINDS: tuple[Make, ...] = (
    _words,
    _words,
    _year,
    _spaced_atom(["`make all`", "`x`", "`a_b*c`{.cmd}", "`` ` ``"]),
    _atom(["[^1]", "[^two]"]),
    _spaced_atom(["[@amnesty]", "[@letter, para. 3]", "[see @a; @b, p. 7]", "[-@c]"]),
    _spaced_atom(["<https://example.org/a?b=c>", "https://example.org/x_y_z", "office@example.org", "A/HRC/45/13"]),
    _image,
    _bracketed(["](https://example.org/1)", '](https://example.org/2 "Title")', "][annex]"], "link_open"),
    _bracketed(["]{lang=fa}", "]{.name}", "]{claim=victims}"], "span_open"),
    _span("*", "em_open"),
    _span("**", "strong_open"),
    _span("~~", "s_open"),
    _spaced_atom(["{count}", "%(name)s"]),
    _fixed,
    _note_in_place,
    _linked_image,
    _break,
)
_IN_BRACKETS = _KINDS[:4]
_SIMPLE = 7  # of these, the first stand in no other

_Harm = Callable[[random.Random, list[str]], list[str]]


def _dropped(chance: random.Random, words: list[str]) -> list[str]:
    return [word for word in words if chance.random() > 0.3]


def _doubled(chance: random.Random, words: list[str]) -> list[str]:
    return [word for word in words for _ in range(1 + (chance.random() < 0.3))]


def _shuffled(chance: random.Random, words: list[str]) -> list[str]:
    return chance.sample(words, len(words))


def _mangled(chance: random.Random, words: list[str]) -> list[str]:
    def mangle(word: str) -> str:
        ways = (word.lower(), word.upper(), word[::-1], " ".join(word), word.replace("/", " / "), f"«{word}»", word[:-1])
        return chance.choice(ways)

    return [mangle(word) if chance.random() < 0.3 else word for word in words]


def _injected(chance: random.Random, words: list[str]) -> list[str]:
    evil = [
        "*",
        "**",
        "_x_",
        "](https://evil.example)",
        "[a](b)",
        "[^1]",
        "[@amnesty]",
        "<b>",
        "`x`",
        "![",
        "{.x}",
        "\\",
        "~~",
        "&amp;",
    ]
    return [part for word in words for part in ([word, chance.choice(evil)] if chance.random() < 0.3 else [word])]


def _persian(_: random.Random, words: list[str]) -> list[str]:
    digits = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    return [word.translate(digits) if re.search(r"\d", word) else "کمیته" for word in words]


def _faithful(_: random.Random, words: list[str]) -> list[str]:
    return [word if re.search(r"[\d/@:]", word) else f"{word}é" if word[-1:].isalpha() else word for word in words]


_HARMS: tuple[_Harm, ...] = (_faithful, _dropped, _doubled, _shuffled, _mangled, _injected, _persian)


def hostile_engine(seed: int) -> Callable[[Sequence[str], Effort], Mapping[str, Reply]]:
    """An engine that treats each sentence in one of these ways, and sometimes gives nothing, or far too much."""

    def translate(sentences: Sequence[str], effort: Effort) -> Mapping[str, Reply]:
        return {one: _reply(one, random.Random(f"{seed} {one} {effort.beam}")) for one in sentences}

    return translate


def _reply(sentence: str, chance: random.Random) -> Reply:
    words = chance.choice(_HARMS)(chance, sentence.split())
    text = " ".join(words)
    if chance.random() < 0.05:
        text = chance.choice(["", " ", "\n", f"{text} {text}", "a" * 500, "\u202e" + text, text.replace(" ", "\n")])
    alignment = tuple(chance.randrange(0, len(sentence.split()) or 1) for _ in text.split())
    return Reply(text, cut=chance.random() < 0.02, alignment=alignment if chance.random() < 0.5 else ())
