"""Seeded histories of made-up dossiers: what editors do to a text, and of which old sentences each new passage is made.

Every edit stands in a document of its own, so that none hides another.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from random import Random

from corpus import WORD, Block, Kind, Text, Writer, texts

DOCUMENTS, UNITS = 9, 26
"""Of the project of each history."""


class Edit(StrEnum):
    """A class of edits."""

    TYPO = "typo"
    ADDED = "added sentence"
    SPLIT = "split"
    JOINED = "joined"
    MOVED = "moved"
    REORDERED = "reordered"
    ADDRESS = "address changed"


@dataclass(frozen=True, slots=True)
class Expected:
    """A passage that an edit made.

    Parameters
    ----------
    edit, variant:
        What was done.
    document:
        Where it stands now.
    text:
        What the translator's file must have as msgid.
    made_of:
        The old sentences it is made of: a good offer holds the translations of all of them.
    same_words:
        Whether nothing but an address, a label or the place has changed, so that the translation may stay reviewed.
    """

    edit: Edit
    variant: str
    document: str
    text: str
    made_of: tuple[str, ...]
    same_words: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A project before and after its edits, what these made, and one ``new`` passage: there is nothing right to offer for it."""

    before: tuple[Text, ...]
    after: tuple[Text, ...]
    expected: tuple[Expected, ...]
    new: Expected


Changed = tuple[dict[str, Text], tuple[Expected, ...]]
"""The documents that an edit changes, and what it makes."""
Editor = Callable[["Desk", Text], Changed | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit needs besides its document: chance, new sentences, and the other documents."""

    random: Random
    writer: Writer
    others: Sequence[Text]
    alone: frozenset[str]

    def some(self, text: Text, wanted: Callable[[Block], bool]) -> int | None:
        """Where a block of ``text`` stands that is ``wanted`` and occurs once in the project; ``None`` where there is none."""
        found = [index for index, block in enumerate(text.blocks) if block.text in self.alone and wanted(block)]
        return self.random.choice(found) if found else None


def history(seed: int) -> History:
    """The history number ``seed``: one edit of each class; the variants of a class take turns."""
    random = Random(seed)
    before = texts(random, DOCUMENTS, UNITS)
    known = [block.text for text in before for block in text.blocks]
    alone = frozenset(text for text in known if known.count(text) == 1)
    left = {text.name: text for text in random.sample(before, len(before))}
    after: dict[str, Text] = {}
    expected: list[Expected] = []
    for edit, variants in _EDITORS.items():
        changes, made = _applied(variants[seed % len(variants) :] + variants[: seed % len(variants)], left, random, alone)
        assert made, f"no document can be edited: {edit}, history {seed}"
        after |= changes
        left = {name: text for name, text in left.items() if name not in changes}
        expected += made
    changes, new = _with_new(Writer(random), next(iter(left.values())))
    after |= changes
    # A piece of a paragraph may be a paragraph somewhere else, word for word.
    passages = (replace(one, same_words=one.same_words or one.text in known) for one in expected)
    return History(before, tuple(after.get(text.name, text) for text in before), tuple(passages), new)


def _with_new(writer: Writer, text: Text) -> tuple[dict[str, Text], Expected]:
    block = Block(Kind.PARAGRAPH, tuple(writer.new_sentence() for _ in range(3)))
    return {text.name: text.put(1, block)}, Expected(Edit.ADDED, "new passage", text.name, block.text, ())


def _applied(editors: Sequence[Editor], left: Mapping[str, Text], random: Random, alone: frozenset[str]) -> Changed:
    for editor in editors:
        for text in left.values():
            desk = Desk(random, Writer(random), [other for other in left.values() if other is not text], alone)
            if changed := editor(desk, text):
                return changed
    return {}, ()


def _is_prose(sentences: int) -> Callable[[Block], bool]:
    return lambda block: block.kind is Kind.PARAGRAPH and len(block.sentences) >= sentences


def _made(edit: Edit, variant: str, text: Text, block: Block, made_of: Iterable[str], *, same_words: bool = False) -> Expected:
    return Expected(edit, variant, text.name, block.text, tuple(made_of), same_words)


# -- typo


def _swapped(desk: Desk, sentence: str) -> str:
    """``sentence`` with two letters of a word in the wrong order."""
    words = [word for word in WORD.finditer(sentence) if word["word"] and _swappable(word["word"])]
    word = desk.random.choice(words)
    letters = word["word"]
    at = desk.random.choice([at for at in range(1, len(letters) - 2) if letters[at] != letters[at + 1]])
    wrong = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    return sentence[: word.start()] + wrong + sentence[word.end() :]


def _swappable(word: str) -> bool:
    return len(word) >= 4 and any(word[at] != word[at + 1] for at in range(1, len(word) - 2))


def _can_be_mistyped(sentence: str) -> bool:
    return any(word["word"] and _swappable(word["word"]) for word in WORD.finditer(sentence))


def _letters(*kinds: Kind) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(text, lambda block: block.kind in kinds and any(map(_can_be_mistyped, block.sentences)))
        if index is None:
            return None
        block = text.blocks[index]
        at = desk.random.choice([at for at, sentence in enumerate(block.sentences) if _can_be_mistyped(sentence)])
        return _reworded(desk, text, index, at, _swapped(desk, block.sentences[at]), f"letters of a {block.kind}")

    return edit


def _punctuation(desk: Desk, text: Text) -> Changed | None:
    index = desk.some(text, lambda block: block.kind is Kind.PARAGRAPH and any(map(_commas, block.sentences)))
    if index is None:
        return None
    sentences = text.blocks[index].sentences
    at = desk.random.choice([at for at, sentence in enumerate(sentences) if _commas(sentence)])
    comma = _commas(sentences[at])[0]
    new = sentences[at][:comma] + desk.random.choice(("", ";", " –")) + sentences[at][comma + 1 :]
    return _reworded(desk, text, index, at, new, "punctuation")


def _commas(sentence: str) -> list[int]:
    """Where a sentence has commas of its own: those of a citation are not."""
    return [part.start() for part in WORD.finditer(sentence) if part["other"] == ","]


def _reworded(desk: Desk, text: Text, index: int, at: int, sentence: str, variant: str) -> Changed:
    block = text.blocks[index]
    new = replace(block, sentences=(*block.sentences[:at], sentence, *block.sentences[at + 1 :]))
    return {text.name: text.put(index, new, instead=1)}, (_made(Edit.TYPO, variant, text, new, block.sentences),)


# -- added, split, joined


def _added(where: str) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(text, _is_prose(2 if where == "middle" else 1))
        if index is None:
            return None
        block = text.blocks[index]
        length = len(block.sentences)
        at = {"front": 0, "middle": length // 2}.get(where, length)
        added = [desk.writer.new_sentence() for _ in range(length if where == "as many again" else 1)]
        new = replace(block, sentences=(*block.sentences[:at], *added, *block.sentences[at:]))
        return {text.name: text.put(index, new, instead=1)}, (_made(Edit.ADDED, where, text, new, block.sentences),)

    return edit


def _split(parts: int, *, slip: bool = False) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(text, lambda block: _is_prose(parts)(block) and all(map(_can_be_mistyped, block.sentences)))
        if index is None:
            return None
        block = text.blocks[index]
        cuts = sorted(desk.random.sample(range(1, len(block.sentences)), parts - 1))
        pieces = [block.sentences[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
        new = [replace(block, sentences=_slipped(desk, piece) if slip else piece) for piece in pieces]
        variant = f"in {parts}" + ", with slips" * slip
        made = tuple(_made(Edit.SPLIT, variant, text, one, piece) for one, piece in zip(new, pieces, strict=True))
        return {text.name: text.put(index, *new, instead=1)}, made

    return edit


def _joined(parts: int, *, slip: bool = False) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        rows = [text.blocks[at : at + parts] for at in range(len(text.blocks) - parts + 1)]
        joinable = {row[0].text for row in rows if all(_joins(desk, block) for block in row)}
        index = desk.some(text, lambda block: block.text in joinable)
        if index is None:
            return None
        sentences = tuple(sentence for block in text.blocks[index : index + parts] for sentence in block.sentences)
        new = replace(text.blocks[index], sentences=_slipped(desk, sentences) if slip else sentences)
        variant = f"{parts} paragraphs" + ", with a slip" * slip
        return {text.name: text.put(index, new, instead=parts)}, (_made(Edit.JOINED, variant, text, new, sentences),)

    return edit


def _joins(desk: Desk, block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.text in desk.alone and _can_be_mistyped(block.sentences[0])


def _slipped(desk: Desk, sentences: tuple[str, ...]) -> tuple[str, ...]:
    return (_swapped(desk, sentences[0]), *sentences[1:])


# -- moved, reordered


def _moved_inside(desk: Desk, text: Text) -> Changed | None:
    index = desk.some(text, _is_prose(1))
    if index is None:
        return None
    block, rest = text.blocks[index], text.without(index)
    headings = [at for at, other in enumerate(rest.blocks) if other.kind is Kind.HEADING and abs(at - index) > 3]
    new = rest.put(desk.random.choice(headings) + 1 if headings else 1, block)
    return {text.name: new}, (_made(Edit.MOVED, "in its document", text, block, block.sentences, same_words=True),)


def _moved_away(is_changed: bool) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(
            text, lambda block: _is_prose(1)(block) and "[^" not in block.text and _can_be_mistyped(block.sentences[0])
        )
        if index is None or not desk.others:
            return None
        block, target = text.blocks[index], desk.others[0]
        sentences = (_small_change(desk, block.sentences[0]), *block.sentences[1:]) if is_changed else block.sentences
        new = replace(block, sentences=sentences)
        variant = "to another document, with a small change" if is_changed else "to another document"
        made = _made(Edit.MOVED, variant, target, new, block.sentences, same_words=not is_changed)
        return {text.name: text.without(index), target.name: target.put(1, new)}, (made,)

    return edit


def _can_leave(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and "[^" not in block.text


def _small_change(desk: Desk, sentence: str) -> str:
    """``sentence`` with another number in it, where it has one, or with a slip."""
    number = re.search(r"(?<![\w/.#-])\d{2,3}(?![\w.]*\])\b", sentence)
    if number is None:
        return _swapped(desk, sentence)
    return f"{sentence[: number.start()]}{int(number[0]) + 1}{sentence[number.end() :]}"


def _reordered(variant: str, order: Callable[[tuple[str, ...]], tuple[str, ...]], least: int) -> Editor:
    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(text, _is_prose(least))
        if index is None:
            return None
        block = text.blocks[index]
        new = replace(block, sentences=order(block.sentences))
        return {text.name: text.put(index, new, instead=1)}, (_made(Edit.REORDERED, variant, text, new, block.sentences),)

    return edit


def _item_first(desk: Desk, text: Text) -> Changed | None:
    index = desk.some(text, lambda block: block.kind is Kind.ITEM)
    if index is None:
        return None
    block = text.blocks[index]
    first = index
    while text.blocks[first - 1].kind is Kind.ITEM:
        first -= 1
    to = first if index > first else first + 1
    new = text.without(index).put(to, block)
    return {text.name: new}, (_made(Edit.REORDERED, "items of a list", text, block, block.sentences, same_words=True),)


# -- addresses


def _atom(variant: str, pattern: str, new: Callable[[str], str]) -> Editor:
    expression = re.compile(pattern)

    def edit(desk: Desk, text: Text) -> Changed | None:
        index = desk.some(text, lambda block: bool(expression.search(block.text)))
        if index is None:
            return None
        block = text.blocks[index]
        old = expression.search(block.text)
        assert old is not None, "the block was chosen for it"
        changed = replace(text, blocks=tuple(_with_atom(one, old[0], new(old[0])) for one in text.blocks))
        made = _made(Edit.ADDRESS, variant, text, changed.blocks[index], block.sentences, same_words=True)
        return {text.name: changed}, (made,)

    return edit


def _with_atom(block: Block, old: str, new: str) -> Block:
    label = new if block.label == old else block.label
    return replace(block, sentences=tuple(sentence.replace(old, new) for sentence in block.sentences), label=label)


_URL = _atom(
    "address of a link", r"https://example\.org/\w+/\d+(?=[).])", lambda old: old.replace("example.org", "example.net/new")
)
_LABEL = _atom("label of a note", r"(?<=\[\^)note-\d+(?=\])", lambda old: old.replace("note-", "remark-"))
_LOCATOR = _atom(
    "locator of a citation",
    r"(?<=\[@)record-\d+, (?:p|para)\. \d+(?=\])",
    lambda old: re.sub(r"\d+$", lambda page: str(int(page[0]) + 1), old),
)

_EDITORS: Mapping[Edit, tuple[Editor, ...]] = {
    Edit.ADDRESS: (_URL, _LABEL, _LOCATOR),
    Edit.JOINED: (_joined(2), _joined(2, slip=True), _joined(3)),
    Edit.REORDERED: (
        _reordered("last sentence first", lambda old: (old[-1], *old[:-1]), 2),
        _reordered("sentences the other way round", lambda old: old[::-1], 3),
        _item_first,
    ),
    Edit.TYPO: (_letters(Kind.PARAGRAPH), _punctuation, _letters(Kind.PARAGRAPH), _letters(Kind.HEADING, Kind.ITEM, Kind.CELL)),
    Edit.MOVED: (_moved_inside, _moved_away(False), _moved_away(True)),
    Edit.SPLIT: (_split(2), _split(2, slip=True), _split(3)),
    Edit.ADDED: (_added("front"), _added("middle"), _added("end"), _added("as many again")),
}
"""How each class is done, those first that find their material in few documents."""


def changed_since(old: Sequence[Text], random: Random) -> tuple[Text, ...]:
    """The documents with every 20th block changed, and a paragraph of each moved to the document before it."""
    desk = Desk(random, Writer(random), (), frozenset(block.text for text in old for block in text.blocks))
    made = [replace(text, blocks=tuple(_every_20th(desk, *numbered) for numbered in enumerate(text.blocks))) for text in old]
    for index, text in enumerate(made):
        number = desk.some(text, _can_leave)
        if number is not None:
            made[index - 1] = made[index - 1].put(0, text.blocks[number])
            made[index] = made[index].without(number)
    return tuple(made)


def _every_20th(desk: Desk, number: int, block: Block) -> Block:
    first, *others = block.sentences
    if number % 20:
        return block
    if number % 40 == 0 and block.kind is Kind.PARAGRAPH:
        return replace(block, sentences=(*block.sentences, desk.writer.new_sentence()))
    return replace(block, sentences=(_swapped(desk, first) if _can_be_mistyped(first) else f"{first}!", *others))


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write ``files`` below ``root``."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
