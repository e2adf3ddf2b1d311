"""A translation beside its original, as the rules read it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.model.document import Document, Unit
from dossier.model.glossary import Glossary
from dossier.model.translation import Translation

_SHOWN_AS_WORDS = ("text", "text_special")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
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

    @property
    def original_words(self) -> str:
        """What readers see of the original as running text: no code, no addresses, no marks of Markdown."""
        return "".join(_words(self.original))

    @property
    def translated_words(self) -> str:
        """The same of the translation."""
        return "".join(_words(self.translated))


def passage(document: Document, unit: Unit, translation: Translation, language: str, glossary: Glossary) -> Passage:
    """``unit`` of ``document`` beside ``translation``, both parsed."""

    def tokens(text: str) -> Sequence[Token]:
        if isinstance(unit.target, str):
            return (Token("text", "", 0, content=text),)
        return parse_inline(text, document.environment, raw_html=document.raw_html)

    return Passage(unit, translation, language, tokens(unit.msgid), tokens(translation.text), glossary)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _SHOWN_AS_WORDS:
            yield token.content
        elif token.type in _BREAKS:
            yield " "
        elif token.type == "image":
            yield from _words(token.children or ())
