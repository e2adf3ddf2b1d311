"""The words of one block, with what is known of each character."""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.content.rules.citations import NAME as CITATION
from dossier.model.citation import Citation

HARD_BREAK = "\u2028"
"""Stands in :attr:`Words.text` for a line's end that is meant; one that is not is a line feed."""

NO_QUOTATION = "no-quotation"
"""Class of a span in which quotation marks quote nothing: ``[“The Title”]{.no-quotation}``."""


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation, its number in the document, and before which character of the block's words it stands."""

    citation: Citation
    index: int
    position: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a block without their markup.

    Parameters
    ----------
    text:
        The words. Images, HTML and calls of notes have none.
    inert:
        For each character, whether it is code or in a span that quotes nothing: no quotation opens or closes there.
    languages:
        For each character the language that a span gives it; empty where none does.
    citations:
        The block's citations, in order.
    """

    text: str
    inert: Sequence[bool]
    languages: Sequence[str]
    citations: tuple[PlacedCitation, ...]

    def is_sign(self, index: int) -> bool:
        """Whether the character at ``index`` may be a quotation mark."""
        return not self.inert[index]


@dataclass
class _Reading:
    text: list[str]
    inert: list[bool]
    languages: list[str]
    citations: list[PlacedCitation]
    spans: list[tuple[bool, str]]

    def add(self, text: str, *, inert: bool = False) -> None:
        silenced = inert or any(quotes_nothing for quotes_nothing, _ in self.spans)
        language = next((language for _, language in reversed(self.spans) if language), "")
        self.text.append(text)
        self.inert += [silenced] * len(text)
        self.languages += [language] * len(text)

    def read(self, token: Token) -> None:
        match token.type:
            case "text":
                self.add(token.content)
            case "code_inline":
                self.add(token.content, inert=True)
            case "softbreak":
                self.add("\n")
            case "hardbreak":
                self.add(HARD_BREAK)
            case "span_open":
                self.spans.append((NO_QUOTATION in str(token.attrGet("class") or "").split(), str(token.attrGet("lang") or "")))
            case "span_close":
                self.spans.pop()
            case _ if token.type == CITATION:
                self.citations.append(PlacedCitation(token.meta["citation"], int(token.meta["index"]), len(self.inert)))


def words_of(block: Token) -> Words:
    """The words of a finished ``inline`` token."""
    reading = _Reading([], [], [], [], [])
    for child in block.children or ():
        reading.read(child)
    return Words("".join(reading.text), reading.inert, reading.languages, tuple(reading.citations))


def as_quoted(text: str) -> str:
    """Words as they are compared: a line's end of the Markdown is a space, one that is meant a line feed."""
    return "\n".join(" ".join(line.split("\n")).strip() for line in text.split(HARD_BREAK)).strip()
