"""Whether a draft has all that its original has, besides words: proved by parsing it as it will be read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.translation.atoms import fixed_parts
from dossier.translation.drafting.passage import Passage
from dossier.translation.drafting.reading import Surroundings

_WORDS = ("text", "text_special", "softbreak", "hardbreak")
_WRITTEN = ("html_inline", "code_inline", "citation")
_TEXTS = ("text", "text_special", "code_inline")


def keeps_everything(original: str, draft: str, around: Surroundings, passage: Passage) -> bool:
    """Whether the Markdown ``draft`` has the links, notes, citations, images, code, marks and fixed words of ``original``.

    Parameters
    ----------
    original, draft:
        Inline Markdown.
    around:
        What both are parsed with.
    passage:
        The original as it was read; its opaque words are looked for in the text readers see.
    """
    before, after = (parse_inline(text, around.environment, raw_html=around.raw_html) for text in (original, draft))
    same_atoms = fixed_parts(before) == fixed_parts(after)
    return same_atoms and _marks(before) == _marks(after) and keeps_words(passage, _seen(after))


def keeps_words(passage: Passage, seen: str) -> bool:
    """Whether each opaque word of ``passage`` stands in ``seen`` as often as in the passage, at least."""
    wanted = Counter(one.words for one in passage.opaques)
    return all(seen.count(words) >= times for words, times in wanted.items())


def _marks(tokens: Sequence[Token]) -> Counter[tuple[str, str]]:
    """How often each kind of mark stands in a text, in the words of images too: emphasis, marked words, code, HTML tags …"""
    found = (token for token in _flat(tokens) if token.nesting >= 0 and token.type not in _WORDS)
    return Counter((token.type, token.content if token.type in _WRITTEN else "") for token in found)


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _seen(tokens: Sequence[Token]) -> str:
    return "".join(_shown(token) for token in _flat(tokens))


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in _TEXTS else ""
