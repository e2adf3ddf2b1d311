"""A translation beside its original, as the rules read it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.model.document import Document, Unit, UnitKind
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.translation import State, Translation
from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.prose import prose

_MARKDOWN = re.compile(r"[\n\\`*_~\[\]<&!^{}]")
_SHOWN_AS_WORDS = ("text", "text_special")
_NO_PARTS = fixed_parts(())
_BREAKS = ("softbreak", "hardbreak")
_NOWHERE = Place("", 1)
_NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class Passage:
    """One unit and its translation.

    Parameters
    ----------
    unit:
        The original: its Markdown is ``unit.msgid``, its language ``unit.language``.
    translation:
        The entry of the PO file: its Markdown is ``translation.text``.
    language:
        BCP 47 tag of the language of the translation.
    original, translated:
        Inline tokens of the two. A string of the front matter is no Markdown: it is one ``text`` token.
    glossary:
        The names and terms of the dossier.
    """

    unit: Unit
    translation: Translation
    language: str
    original: Sequence[Token]
    translated: Sequence[Token]
    glossary: Glossary

    @cached_property
    def original_parts(self) -> dict[str, Counter[str]]:
        """What of the original a translation must keep, by kind (:func:`~dossier.translation.atoms.fixed_parts`)."""
        return _parts(self.original)

    @cached_property
    def translated_parts(self) -> dict[str, Counter[str]]:
        """The same of the translation."""
        return _parts(self.translated)

    @cached_property
    def original_words(self) -> str:
        """What readers see of the original as running text: no code, no addresses, no marks of Markdown."""
        return "".join(_words(self.original))

    @cached_property
    def translated_words(self) -> str:
        """The same of the translation."""
        return "".join(_words(self.translated))

    @cached_property
    def original_prose(self) -> str:
        """:attr:`original_words` without bare addresses, and without placeholders (``%s``, ``{name}``) and tags in the text."""
        return prose(self.original_words, self.translated_words)

    @cached_property
    def translated_prose(self) -> str:
        """The same of the translation."""
        return prose(self.translated_words, self.original_words)


def passage(document: Document, unit: Unit, translation: Translation, language: str, glossary: Glossary) -> Passage:
    """``unit`` of ``document`` beside ``translation``, both parsed."""

    def tokens(text: str) -> Sequence[Token]:
        # Most entries have no Markdown: the parser would make this one token of them, and take its time.
        if isinstance(unit.target, str) or not _MARKDOWN.search(text):
            return (Token("text", "", 0, content=text),)
        return parse_inline(text, document.environment, raw_html=document.raw_html)

    return Passage(unit, translation, language, tokens(unit.msgid), tokens(translation.text), glossary)


def plain_passage(original: str, source: str, translated: str, target: str) -> Passage:
    """Words that stand in no document beside words in no PO file, without markup: a sentence that an engine was given.

    Rules may read it that look at words and languages alone; ``source`` and ``target`` are the tags of the two languages.
    """
    unit = Unit(original, UnitKind.FRONT_MATTER, _NOWHERE, "", source)
    before, after = ((Token("text", "", 0, content=text),) for text in (original, translated))
    return Passage(unit, Translation(translated, State.DRAFT, _NOWHERE), target, before, after, _NO_GLOSSARY)


def _parts(tokens: Sequence[Token]) -> dict[str, Counter[str]]:
    # Most texts are words and nothing else.
    return _NO_PARTS if all(token.type in _SHOWN_AS_WORDS for token in tokens) else fixed_parts(tokens)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _SHOWN_AS_WORDS:
            yield token.content
        elif token.type in _BREAKS:
            yield " "
        elif token.type == "image":
            yield from _words(token.children or ())
