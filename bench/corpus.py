"""Dossiers of made-up reports, as blocks of sentences: like enough to real prose that likeness can be measured on them.

Sentences are grown from frames, so that two of them share turns of phrase but seldom their words. One paragraph in eight has a
twin that says the same of another name or another number: a trap for whoever takes the nearest for the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from itertools import groupby
from random import Random

DOSSIER = "bench"
SOURCES = ("record-01", "record-02", "record-03")

_FRAMES = """
{opening}{group} <asked|begged|urged> {body} to <open|reopen|unlock> {place:the} again, and {body} <refused|agreed at last>{tail}.
Of the {number} {things} that {person} <counted|listed|saw>, {few} were <never returned|later found|thrown away>{tail}.
{Person} <wrote|sent word> to {body} {when}; the <letter|message>{link} <speaks of|mentions|is about> {number} {things}.
It was {person} who <first noticed|later claimed|had always said> that {thing:a} was missing from {place:the}{tail}.
No {thing} has <been found|turned up|been seen> in {place:the} since {date}, although {group} <searched|combed> it {number} times.
According to {person}, {body} had <known of|kept silent about|hidden> {thing:the} for {number} {spans}{cite}.
{Body} <published|printed|released> {thing:a} on {date}{cite}, in which {place:the} is <not mentioned once|named twice>.
When {group} <arrived at|reached|came back to> {place:the}, the {adjective} {thing} <was gone|stood where it always had>{tail}.
{Person} remembers {thing:a}, {adjective} and {adjective}, which <stood|lay|hung> in {place:the} until {month}.
Neither {person} nor {group} <ever received an answer|was heard|could read it>{tail}.
{When_}, {group} <carried|dragged|brought> {number} {things} from {place:the} to {place:the}.
The {adjective} {thing} that {body} <describes|refers to>{link} was <bought for|valued at> {number} crowns{tail}.
<Three days|A week|Hardly an hour> later {person} returned, *alone*, and <asked for|took away> {thing:the}{tail}.
A {adjective} silence followed, for {body} had <closed|sold|forgotten> {place:the} {when}.
{Body} has since <said|repeated|conceded> that {number} {things} were lost{cite}; {person} puts the figure at {number}.
What became of {thing:the} is <not known|told nowhere|a matter of guesswork>{note}.
{Group} <keep|guard|still have> {thing:a} in {place:the}, where anyone may read it{tail}.
On {date} {person} <told|assured|warned> {group} that {thing:the} would be {done} before {month}.
Some <say|believe|have written> that {person} had {done} {thing:the} {when}, others that {group} did{note}.
The <second|third|oldest> {thing} is {adjective}: it names {number} people, {person} among them{cite}.
Because {place:the} <lay empty|was dry|could be locked>, {group} <stored|hid|left> {number} {things} there{tail}.
{Person} <denies|confirms|has never spoken of> this{note}.
Whoever {done} {thing:the} must have known {place:the} <well|from childhood>, {person} concluded{tail}.
There <are|were once> {number} such {things} in {place:the}, and {few} of them have been {done}.
{Body} <answered|explained|let it be known> {when} that {thing:the} had been {done} by mistake{tail}.
Under an order of {date}, every {thing} in {place:the} had to be {done} within {number} {spans}.
{Person}, then {number} years old, <worked|slept|learned to write> in {place:the} together with {group}{tail}.
The register{link} gives {number} names; {few} of them can still be read.
Only {when} did {body} <admit|discover|accept> that {thing:the} existed{cite}.
{Group} and {body} have <disagreed|argued|quarrelled> about {thing:the} ever since{tail}.
For {number} {spans} {person} <walked|rode|was driven> to {place:the} each morning and counted the {things}.
It is {adjective} that {body} never <asked|invited|thanked> {person}{tail}.
Rain <destroyed|spoilt|spared> {few} of the {things}; the others were {done} by {group} {when}.
A copy of {thing:the} <reached|was smuggled into> {place:the} on {date}, folded twice and {adjective}{note}.
{Person} and {person} met in {place:the} {when} and <agreed|declined> to share {thing:the}.
Not one of the {number} {things} carries a date, which {body} <explains by|blames on> the {adjective} weather{cite}.
{opening}the price of a {thing} had risen to {number} crowns, and {few} could pay it{tail}.
Two witnesses, {person} and {person}, <contradict|support> each other on this point{cite}.
Whether {group} knew of {thing:the} <cannot be settled|was never asked>; {body} <thinks so|doubts it>{tail}.
{opening}nobody in {place:the} spoke of anything but {thing:the}{tail}.
The first page is torn, the second <illegible|blank>, and the third <signed by|addressed to> {person}{note}.
Since then {number} visitors a year have come to {place:the}, most of them to see {thing:the}{link}.
If {person} is right, {body} must have {done} {few} of the {things} long before {date}{tail}.
{Group} were paid {number} crowns for it, half of them {when}.
To this day {place:the} has neither a {thing} nor a {adjective} {thing}{tail}.
What {person} calls {thing:a} was in truth a {adjective} {thing}, as {body} <showed|argued> {when}{cite}.
Then the {things} stopped coming{tail}.
{opening}{person} had a door built between {place:the} and {place:the}, {number} steps apart.
"""

_TAILS = (
    *[""] * 10,
    ", as {person} told {group} {when}",
    ", although {body} had promised otherwise",
    " and left {number} {things} behind",
    "{cite}",
    "{cite}",
    "{note}",
    "{link}",
    ", because {place:the} was {adjective} that year",
    " before {date}",
    " without a word about {thing:the}",
    ", or so {group} maintain",
    ", which surprised nobody but {person}",
    "; {few} of the {things} still bear the mark",
    " for want of a better {thing}",
)

_SLOTS: Mapping[str, Sequence[str]] = {
    "person": (
        "Anna Weber", "Jan Novak", "Maria Rossi", "Tom Becker", "Ada Lind", "Piet Vermeer", "Lena Sorel", "Karl Ahlgren",
        "Ines Duarte", "Paul Marchetti", "Greta Holm", "Emil Varga", "Rosa Klein", "Otto Brandt", "Clara Nilsen", "Ivo Petrak",
        "Nora Whitfield", "Samuel Orme", "Judith Haas", "Leo Carsten",
    ),
    "group": (
        "the carpenters", "the printers", "two teachers", "the gardeners", "several neighbours", "the ferrymen", "the weavers",
        "the students", "a few travellers", "the librarians", "the bakers", "the millers", "the fishermen", "the apprentices",
    ),
    "body": (
        "the council", "the harbour office", "the school board", "the land registry", "the commission", "the parish",
        "the railway company", "the water authority", "the museum", "the county archive", "the guild", "the post office",
    ),
    "place": (
        "north quay", "old mill", "upper orchard", "station hall", "river garden", "stone bridge", "market cellar",
        "reading room", "ferry house", "east tower", "chapel yard", "glass pavilion", "lower valley road", "salt warehouse",
        "boat shed",
        "winter kitchen", "clock room", "village green",
    ),
    "thing": (
        "ledger", "lantern", "letter", "map", "bell", "window", "key", "notebook", "chest", "photograph", "plan", "receipt",
        "drawing", "violin", "loom", "clock", "passport", "petition", "portrait", "compass",
    ),
    "things": (
        "ledgers", "lanterns", "letters", "maps", "bells", "windows", "keys", "notebooks", "chests", "photographs", "plans",
        "receipts", "drawings", "barrels", "looms", "clocks", "benches", "petitions", "portraits", "crates",
    ),
    "adjective": (
        "quiet", "narrow", "heavy", "unfinished", "familiar", "painted", "forgotten", "torn", "ordinary", "green", "careful",
        "northern", "silvered", "patient", "broken", "remarkable", "distant", "costly",
    ),
    "opening": (
        "", "", "", "By {month} ", "In the same week ", "As early as {date}, ", "To everyone’s surprise ", "That winter ",
        "Not far from {place:the}, ", "With the help of {person}, ", "Long after the flood, ", "From {month} onwards ",
    ),
    "done": ("repaired", "copied", "hidden", "sold", "burnt", "translated", "returned", "measured", "sealed", "rebuilt"),
    "few": ("three", "some", "almost none", "about half", "seven", "hardly any", "a dozen", "most"),
    "month": ("January", "March", "April", "June", "July", "September", "October", "December"),
    "spans": ("days", "weeks", "months", "years", "winters"),
    "when": (
        "in spring", "the year before", "after the flood", "on {date}", "during the harvest", "one evening in {month}",
        "twice in {month}", "too late", "at the end of {month}", "shortly before noon",
    ),
    "link": (
        "", "", "", " ([full text](https://example.org/texts/{number}))", " (see [the scan](https://example.org/scans/{number}.html))",
    ),
    "cite": ("", "", "", " [@{source}, p. {number}]", " [@{source}, para. {number}]"),
    "note": ("", "", "{mark}"),
    "source": SOURCES,
    "heading": (
        "{place:The}, {month} to {month}", "What {person} saw", "The {adjective} {thing}", "How {group} answered",
        "{number} {things} in {place:the}", "After the {adjective} winter", "{Body} and {place:the}", "The {things} of {person}",
    ),
    "item": (
        "{number} {things}, {few} of them {adjective}{cite}", "the {adjective} {thing} of {person}{link}",
        "{thing:a}, {done} by {group} {when}", "{place:the}, {done} on {date}{cite}", "{person}, who spoke for {group}{note}",
        "everything that {body} kept in {place:the} {when}",
    ),
    "cell": (
        "{person}", "{date}", "{number} {things}", "{place:the}, {adjective}", "{done} {when}", "{adjective} {thing}{link}",
        "{body}, {month}",
    ),
}  # fmt: skip

_CHOICE = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<article>\w+))?\}")
WORD = re.compile(
    r"(?P<kept>\[\^[^\]]+\]|\[@[^\]]+\]|(?<=\])\([^)]*\)|\d[\d.,]*)|(?P<word>[^\W\d_]+(?:[’'-][^\W\d_]+)*)|(?P<other>.)", re.S
)
"""Takes a text apart: words, what a translator keeps, and what stands between."""


class Kind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    NOTE = "note"


COLUMNS = 3
"""Cells of a table follow one another; so many make a row."""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a document: its sentences; ``label`` for a note."""

    kind: Kind
    sentences: tuple[str, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """What translators see."""
        return " ".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Text:
    """One document: its blocks, in order."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    def without(self, *indexes: int) -> "Text":
        """The document without some of its blocks."""
        return replace(self, blocks=tuple(block for index, block in enumerate(self.blocks) if index not in indexes))

    def put(self, index: int, *blocks: Block, instead: int = 0) -> "Text":
        """The document with ``blocks`` at ``index``, in the place of so many others."""
        return replace(self, blocks=(*self.blocks[:index], *blocks, *self.blocks[index + instead :]))


@dataclass(slots=True)
class Writer:
    """Makes documents up, the same for the same ``random``."""

    random: Random
    _marks: int = 0
    _waiting: list[str] = field(default_factory=list)

    def text(self, name: str, units: int) -> Text:
        """A document of about so many units."""
        blocks: list[Block] = []
        while len(blocks) < units - 1:
            blocks += self._section()
        return Text(name, self._grown("{heading}"), tuple(blocks[: units - 1]) + self._notes(blocks[: units - 1]))

    def sentence(self) -> str:
        """A sentence of its own."""
        return self._grown(self.random.choice(_frames()))

    def new_sentence(self) -> str:
        """A sentence to put into a document that is there: without a note, which would need its text, or a citation."""
        return re.sub(r" *\[[\^@][^\]]*\]", "", self.sentence())

    def _section(self) -> Iterator[Block]:
        yield Block(Kind.HEADING, (self._grown("{heading}"),))
        for _ in range(self.random.randint(2, 4)):
            paragraph = self._paragraph(self.random.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6)))
            yield paragraph
            if self.random.random() < 1 / 8:
                yield self._twin(paragraph)
        if self.random.random() < 0.5:
            yield from (Block(Kind.ITEM, (self._grown("{item}") + ".",)) for _ in range(self.random.randint(3, 5)))
        elif self.random.random() < 0.3:
            yield from (Block(Kind.CELL, (self._grown("{cell}"),)) for _ in range(COLUMNS * self.random.randint(2, 4)))
        yield self._paragraph(self.random.randint(1, 4))

    def _paragraph(self, sentences: int) -> Block:
        return Block(Kind.PARAGRAPH, tuple(self.sentence() for _ in range(sentences)))

    def _twin(self, block: Block) -> Block:
        """The same paragraph about other people and with other numbers: like it, and not it."""
        name = self.random.choice(_SLOTS["person"])
        other = self.random.choice([one for one in _SLOTS["person"] if one != name])
        add = self.random.randint(1, 40)
        sentences = [re.sub(r"(?<![\w/^-])\d{3}\b", lambda one: str(int(one[0]) + add), one) for one in block.sentences]
        made = tuple(re.sub(r"\[\^[^\]]*\]", "", one).replace(name, other) for one in sentences)
        return Block(block.kind, made if made != block.sentences else (f"For {other} it was otherwise.", *made))

    def _notes(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        used = [mark for block in blocks for sentence in block.sentences for mark in re.findall(r"\[\^([^\]]+)\]", sentence)]
        return tuple(Block(Kind.NOTE, (re.sub(r"\[\^[^\]]*\]", "", self.sentence()),), mark) for mark in used)

    def _grown(self, frame: str) -> str:
        grown = _CHOICE.sub(lambda choice: self.random.choice(choice[1].split("|")), frame)
        while _SLOT.search(grown):
            grown = _SLOT.sub(self._filled, grown)
        return grown[0].upper() + grown[1:]

    def _filled(self, slot: re.Match[str]) -> str:
        name, article = slot["name"], slot["article"]
        if name == "mark":
            self._marks += 1
            return f"[^note-{self._marks}]"
        word = self._word(name.lower().rstrip("_"))
        if article:
            word = f"{self._article(article, word)} {word}"
        return word[0].upper() + word[1:] if name[0].isupper() else word

    def _word(self, name: str) -> str:
        if name == "number":
            return str(self.random.randint(11, 980))
        if name == "date":
            return f"{self.random.randint(1, 28)} {self.random.choice(_SLOTS['month'])} 19{self.random.randint(20, 79)}"
        return self.random.choice(_TAILS if name == "tail" else _SLOTS[name])

    def _article(self, article: str, word: str) -> str:
        return f"{article}n" if article == "a" and word[0] in "aeiou" else article


@cache
def _frames() -> tuple[str, ...]:
    return tuple(line for line in _FRAMES.splitlines() if line)


def texts(random: Random, documents: int, units: int) -> tuple[Text, ...]:
    """So many documents of about so many units each."""
    writer = Writer(random)
    return tuple(writer.text(f"report-{number:03}", units) for number in range(1, documents + 1))


def project(texts: Iterable[Text], language: str = "fr") -> dict[str, str]:
    """The files of a project of these documents, by their path, without locale files."""
    found = tuple(texts)
    parts = ", ".join(f'"{text.name}.md"' for text in found)
    return {
        f"content/{DOSSIER}/dossier.toml": f"""id = "{DOSSIER}"
title = "Reports of nobody"
rights = "Made-up text, free for any use."
language = "en"
languages = ["en", "{language}"]
date = "2026-01-01"
status = "reviewed"
parts = [{parts}]
outputs = ["html"]
""",
        **{f"content/{DOSSIER}/sources/{name}.md": _source(name) for name in SOURCES},
        **{f"content/{DOSSIER}/{text.name}.md": markdown(text) for text in found},
    }


def markdown(text: Text) -> str:
    """The document as its file has it."""
    parts = [f'---\ntitle: "{text.title}"\nstatus: reviewed\n---']
    for kind, blocks in groupby(text.blocks, key=lambda block: block.kind):
        parts.append(_AS_MARKDOWN[kind](tuple(blocks)))
    return "\n\n".join(parts) + "\n"


def _table(cells: Sequence[Block]) -> str:
    rows = [cells[start : start + COLUMNS] for start in range(0, len(cells), COLUMNS)]
    lines = [f"| {' | '.join(cell.text for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * COLUMNS, *lines[1:]])


_AS_MARKDOWN: Mapping[Kind, Callable[[Sequence[Block]], str]] = {
    Kind.HEADING: lambda blocks: "\n\n".join(f"## {block.text}" for block in blocks),
    Kind.PARAGRAPH: lambda blocks: "\n\n".join(block.text for block in blocks),
    Kind.ITEM: lambda blocks: "\n".join(f"- {block.text}" for block in blocks),
    Kind.CELL: _table,
    Kind.NOTE: lambda blocks: "\n\n".join(f"[^{block.label}]: {block.text}" for block in blocks),
}


def _source(name: str) -> str:
    return f"""---
id: {name}
type: report
title: "A report that nobody wrote, {name}"
publisher: "Nobody"
publisher-kind: academic
issued: "1988-07"
accessed: "2026-01-01"
URL: https://example.org/records/{name}
language: en
rights: "Made-up text, free for any use."
reproduce: excerpt
snapshot:
  sha256: {"0123456789abcdef" * 4}
  media-type: text/plain
evidence:
  publisher-kind: text
status: reviewed
---

Nobody wrote this report, {name}.
"""
