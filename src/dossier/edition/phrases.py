"""Strings of the front matter as an edition shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.core import UnknownLocaleError
from markupsafe import Markup, escape

from dossier.edition.house_style import reproduced_language
from dossier.edition.marks import Marking
from dossier.edition.running_text import running_text
from dossier.edition.words import set_text
from dossier.language.line import Span
from dossier.language.registry import language as by_tag
from dossier.model.records import SourceRecord
from dossier.model.translation import LocalizedDocument, State, WovenUnit

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or another string, with what the reader is told about it.

    Parameters
    ----------
    text:
        The words, typeset and without markup: for attributes, bookmarks and metadata, too.
    language, direction:
        Of the words.
    foreign:
        Whether that is another language than the edition's.
    state:
        ``original``, ``draft`` …
    label:
        What is said beside it; may be empty.
    known:
        Tags of the dossier's languages: foreign runs are in one of them.
    """

    text: str
    language: str
    direction: str
    foreign: bool = False
    state: State = State.ORIGINAL
    label: str = ""
    known: tuple[str, ...] = ()

    @property
    def markup(self) -> Markup:
        """The words for the page: with runs isolated, and in what language they are where that is known."""
        try:
            return running_text(self.text, by_tag(self.language), self.known)
        except (UnknownLocaleError, ValueError):  # a digest is in no language
            return escape(self.text)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def phrase(woven: WovenUnit, marking: Marking, quoted: Iterable[Span] = ()) -> Phrase:
    """A woven string, set in its language; in ``quoted`` spans of it only white space is."""
    language = marking.style.language(woven.language)
    text = set_text(woven.text, language, quoted)
    foreign = language.tag != marking.edition.tag
    return Phrase(text, language.tag, language.direction, foreign, woven.state, marking.label(woven), known=marking.style.known)


def as_written(text: str, tag: str, marking: Marking, quoted: Iterable[Span] = ()) -> Phrase:
    """A string that is no unit, in the language it was written in."""
    language = marking.style.language(tag)
    words = set_text(text, language, quoted)
    return Phrase(words, tag, language.direction, tag != marking.edition.tag, known=marking.style.known)


def identifier(text: str, tag: str, marking: Marking) -> Phrase:
    """What is an address or a number in a catalogue: to the letter as it was written."""
    return Phrase(text, tag, marking.style.language(tag).direction, tag != marking.edition.tag, known=marking.style.known)


def string(document: LocalizedDocument, key: str, written: str, marking: Marking) -> Phrase:
    """The string ``key`` of a document's front matter; as ``written`` where it is no unit, empty where there is none.

    The title of a source that is reproduced, in its own language, is the source's.
    """
    strings: Mapping[str, WovenUnit] = document.strings
    matter = document.document.matter
    if key in strings:
        woven = strings[key]
        is_own = key == _TITLE and woven.language == reproduced_language(matter)
        return phrase(woven, marking, ((0, len(woven.text)),) if is_own else ())
    own = matter.language if isinstance(matter, SourceRecord) else document.document.language
    return as_written(written, own, marking)
