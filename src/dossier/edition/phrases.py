"""Strings of the front matter as an edition shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.edition.marks import Marking
from dossier.language.registry import language as by_tag
from dossier.language.typography import typeset
from dossier.model.records import SourceRecord
from dossier.model.translation import LocalizedDocument, State, WovenUnit


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or another string, with what the reader is told about it.

    Parameters
    ----------
    text:
        The words.
    language, direction:
        Of the words.
    foreign:
        Whether that is another language than the edition's.
    state:
        ``original``, ``draft`` …
    label:
        What is said beside it; may be empty.
    """

    text: str
    language: str
    direction: str
    foreign: bool = False
    state: State = State.ORIGINAL
    label: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def phrase(woven: WovenUnit, marking: Marking) -> Phrase:
    """A woven string, set in its language."""
    language = by_tag(woven.language)
    text = typeset(woven.text, language)
    foreign = language.tag != marking.edition.tag
    return Phrase(text, language.tag, language.direction, foreign, woven.state, marking.label(woven))


def as_written(text: str, tag: str, marking: Marking) -> Phrase:
    """A string that is no unit, in the language it was written in."""
    language = by_tag(tag)
    return Phrase(typeset(text, language), tag, language.direction, tag != marking.edition.tag)


def string(document: LocalizedDocument, key: str, written: str, marking: Marking) -> Phrase:
    """The string ``key`` of a document's front matter; as ``written`` where it is no unit, empty where there is none."""
    strings: Mapping[str, WovenUnit] = document.strings
    if key in strings:
        return phrase(strings[key], marking)
    matter = document.document.matter
    own = matter.language if isinstance(matter, SourceRecord) else document.document.language
    return as_written(written, own, marking)
