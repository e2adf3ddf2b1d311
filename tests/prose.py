"""Markdown of an editorial part as sentences, so that tests can ask each of them who said it."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LINK = re.compile(r"\[([^\]^]*)\]\(([^)]*)\)")
QUOTATION = re.compile("“([^”]*)”")
CITATION = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
_CITED = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)")
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^}]*\}")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_MARKER = re.compile(r"^(?:#+ |\[\^[^\]]+\]: |: |- |> ?)")
_BEGINS_ITEM = re.compile(r"^(?:- |: |\|)")
_SEPARATOR = re.compile(r"^\|[ :|-]+\|$")
_ABBREVIATED = r"(?<!\b[A-Z]\.)(?<!\b(?:e\.g|i\.e)\.)(?<!\b(?:Mr|No|St|cf|Dr)\.)(?<!\bMrs\.)"
_SENTENCE_END = re.compile(rf"(?<=[.?!]){_ABBREVIATED}(?:[”’)*]|\[\^[^\]]+\]|\[[^\[\]]*@[^\[\]]*\])*\s+(?=[A-Z0-9]|[“‘(\[*]+\w)")
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands"
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(_NUMBER_WORDS.split())})\b", re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December"
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS.split())})\b")
_CAPITALISED = re.compile(r"(?<=[\s(/“‘-])[A-Z]")


def body_of(text: str) -> str:
    """``text`` without its front matter."""
    return text.split("\n---\n", 1)[1]


def blocks(body: str) -> Iterator[str]:
    """Headings, paragraphs, list items, quotations, notes, definitions and table cells. A timeline's terms are no sentences."""
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = [line for line in chunk.splitlines() if not line.startswith("{")]
        if len(lines) > 1 and lines[1].startswith(": "):
            lines = lines[1:]
        for block in _items(lines):
            yield from _cells(block) if block.startswith("|") else [block]


def _items(lines: list[str]) -> Iterator[str]:
    item: list[str] = []
    for line in lines:
        if item and _BEGINS_ITEM.match(line):
            yield " ".join(item)
            item = []
        item.append(_MARKER.sub("", line).strip())
    yield " ".join(item)


def _cells(row: str) -> Iterator[str]:
    if not _SEPARATOR.match(row):
        yield from (cell.strip() for cell in row.strip("|").split("|"))


def sentences(block: str) -> list[str]:
    """A block's sentences; initials and a few abbreviations end none, nor does “para.” in a citation."""
    return list(_sentences(CITATION.sub(lambda citation: citation[0].replace(" ", "_"), block)))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.end()].rstrip()
        start = end.end()
    yield text[start:]


def visible(text: str) -> str:
    """What readers see of ``text``: without addresses, notes, citations and emphasis."""
    return _NOTE.sub("", LINK.sub(r"\1", _SPAN.sub(r"\1", CITATION.sub("", text)))).replace("*", "")


def needs_citation(sentence: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether ``sentence`` has a number, a month, one of ``names``, or a capital that does not come from standing first."""
    words = visible(sentence).strip(" “‘(")
    has_capital = _CAPITALISED.search(words) is not None
    has_name = any(re.search(rf"\b{re.escape(name)}\b", words) for name in names)
    return bool(_NUMBER.search(words) or _MONTH.search(words) or has_capital or has_name)


def linked(text: str, folder: Path) -> list[Path]:
    """The files that links and citations in ``text`` lead to, seen from ``folder``."""
    addresses = [address.partition("#")[0] for _, address in LINK.findall(text)]
    sources = folder if folder.name == "sources" else folder / "sources"
    cited = [sources / f"{name}.md" for citation in CITATION.findall(text) for name in _CITED.findall(citation)]
    return [path.resolve() for path in (*(folder / address for address in addresses), *cited)]


def uncited(path: Path, citable: frozenset[Path], names: frozenset[str] = frozenset()) -> list[str]:
    """The sentences and cells of the part at ``path`` that need a citation and have none."""
    asked = [
        sentence
        for block in blocks(body_of(path.read_text(encoding="utf-8")))
        for sentence in sentences(block)
        if needs_citation(sentence, names)
    ]
    return [sentence for sentence in asked if not citable & set(linked(sentence, path.parent))]


def folded(text: str) -> str:
    """``text`` with one kind of quotation mark, dash and space."""
    for signs, plain in (("“”„", '"'), ("‘’", "'"), ("–—‑", "-")):
        text = re.sub(f"[{signs}]", plain, text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def says(text: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``text`` word for word; its first letter may change its case."""
    start = re.escape(folded(phrase)[0])
    return re.search(rf"(?<!\w)(?i:{start}){re.escape(folded(phrase)[1:])}(?!\w)", folded(text)) is not None
