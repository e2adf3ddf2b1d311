"""What is compared: the words that readers see, without the differences that a page does not show."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.language.arabic_script.letters import ARABIC_DIGITS, PERSIAN_DIGITS
from dossier.language.value import ASCII_DIGITS
from dossier.model.document import Document, Unit

_MARKDOWN = re.compile(r"[\n\\`*_~\[\]<&!^{}]")
_WORDS, _CODE = ("text", "text_special"), "code_inline"
_BREAKS = ("softbreak", "hardbreak")
_FOLDED = str.maketrans(f"{ARABIC_DIGITS}{PERSIAN_DIGITS}‘’", f"{ASCII_DIGITS * 2}''")


def readable(document: Document, unit: Unit, text: str) -> str:
    """The words of ``text``, the original or a translation of ``unit``, as readers see them.

    Code and what is said of a picture are among them; addresses, citations, marks of notes and of emphasis are not. White space
    is one space.
    """
    return _plain(document, unit, text, (*_WORDS, _CODE))


def scorable(document: Document, unit: Unit, text: str) -> str:
    """The words of ``text`` that a machine is to be judged by: :func:`readable` without code, which it never gets to see."""
    return folded(_plain(document, unit, text, _WORDS))


def folded(text: str) -> str:
    """``text`` as it is scored: composed letters, digits 0 to 9, the straight apostrophe, one space.

    The press sets digits, apostrophes and spaces by itself, so that no reader sees how a translator typed them. Everything else
    counts: quotation marks, Arabic letters in Persian, the zero-width non-joiner.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


def _plain(document: Document, unit: Unit, text: str, kinds: Collection[str]) -> str:
    if isinstance(unit.target, int) and _MARKDOWN.search(text):
        text = "".join(_words(parse_inline(text, document.environment, raw_html=document.raw_html), kinds))
    return " ".join(text.split())


def _words(tokens: Sequence[Token], kinds: Collection[str]) -> Iterator[str]:
    for token in tokens:
        if token.type in kinds:
            yield token.content
        elif token.type in _BREAKS:
            yield " "
        elif token.type == "image":
            yield from _words(token.children or (), kinds)
            yield f" {token.attrs.get('title', '')} "
